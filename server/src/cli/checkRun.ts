// The work of `nianbao check`: input by input, read, checked, fixed if asked to, and printed.
import type { OpenedFile } from '../convert/openFile.js';
import { formatOf, sourceOf } from '../convert/sourceOf.js';
import type { TemplateId } from '../form/formats.js';
import type { ReportService, Settings } from '../service/index.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { isHtml } from '../text/fileNames.js';
import { rewrite, type TextFile } from '../text/rewrite.js';
import { type CheckedFile, checkText, count, emptySummary, type PreviousOf } from './checkText.js';
import { fixText } from './fix.js';
import { type FormatName, loadFormat } from './formats/index.js';
import type { ConfigFinder } from './io/configFile.js';
import { type InputFile, inputsOf } from './io/inputs.js';
import { OutputError, print, say, warn } from './io/output.js';
import { PreviousReports } from './io/previous.js';
import { openInput, STDIN } from './io/read.js';
import { watched } from './io/watched.js';
import { replaceFile } from './writeFile.js';

export interface CheckOptions {
  readonly format: FormatName;
  readonly fix?: true;
  readonly template: TemplateId | 'auto';
  readonly previous?: string;
  readonly config?: string;
  readonly stdinFormat: 'text' | 'jsonl';
}

/** One call of the command: its options, what it counts, and whether all could be read. */
export class CheckRun {
  readonly #summary = emptySummary();
  /** What was said already: a faulty settings file is named once. */
  readonly #said = new Set<string>();
  #failed = false;
  #previous: PreviousReports | undefined;

  constructor(
    private readonly options: CheckOptions,
    private readonly service: ReportService,
    private readonly configs: ConfigFinder,
    /** Resolves once the words are there. */
    private readonly words: Promise<void>,
  ) {}

  async run(paths: readonly string[]): Promise<number> {
    const { fix, format: name } = this.options;
    const format = await loadFormat(name, this.service.rules);
    const inputs = await inputsOf(paths);
    if (inputs.length === 0) warn('没有找到可以检查的文件。');
    const { previous } = this.options;
    this.#previous = new PreviousReports(this.service, inputs, previous, (path, reason) =>
      this.#fail(path, reason),
    );
    // With `--fix -` the fixed text is the result; what is said of it goes to stderr.
    const out = fix && paths.includes(STDIN) ? say : print;
    await out(format.start());
    for (const input of await watched(inputs, '检查', !process.stdout.isTTY))
      for await (const checked of this.#check(input)) {
        count(this.#summary, checked);
        if (input.path !== STDIN) this.#previous.keep(checked);
        await out(format.file(checked));
      }
    await out(format.end(this.#summary));
    this.#previous.tell();
    if (this.#failed) return 2;
    return this.#summary.error > 0 ? 1 : 0;
  }

  async *#check({ path, error }: InputFile): AsyncGenerator<CheckedFile> {
    if (error !== undefined) this.#fail(path, error);
    else if (path === STDIN && this.options.stdinFormat === 'jsonl') yield* this.#checkLines();
    else {
      const name = path === STDIN ? '标准输入' : path;
      const opened = await openInput(path);
      if ('error' in opened) this.#fail(name, opened.error);
      else {
        for (const note of opened.office?.notes ?? []) warn(`${name}：${note}`);
        yield* this.#attempt(name, () =>
          this.options.fix ? this.#fix(path, opened) : this.#checkOpened(path, opened),
        );
      }
    }
  }

  async *#checkLines(): AsyncGenerator<CheckedFile> {
    const { reportsOfStdin } = await import('./io/stdinLines.js');
    for await (const line of reportsOfStdin())
      if ('error' in line) this.#fail(`标准输入第 ${line.number} 行`, line.error);
      else
        yield* this.#attempt(line.path, async () => {
          const source = await sourceOf(line.text, formatOf(line.path));
          return this.#checkOpened(line.path, { source });
        });
  }

  /** A fault of ours in one report must not keep the others from being checked. */
  async *#attempt(name: string, work: () => Promise<CheckedFile>): AsyncGenerator<CheckedFile> {
    let checked: CheckedFile;
    try {
      checked = await work();
    } catch (error) {
      if (error instanceof OutputError) throw error;
      this.#fail(name, `程序出错，没有检查：${String(error)}`);
      return;
    }
    yield checked;
  }

  #checkOpened(path: string, opened: OpenedFile): Promise<CheckedFile> {
    return checkText(this.service, { path, ...opened }, this.#settingsFor(path), this.#previousOf);
  }

  async #fix(path: string, opened: OpenedFile): Promise<CheckedFile> {
    const { file } = opened;
    if (!file || isHtml(path)) {
      warn(`${path}：--fix 只改写文本文件（.txt、.md、.nianbao），这个文件没有改动`);
      return this.#checkOpened(path, opened);
    }
    const settings = this.#settingsFor(path);
    const input = { path, text: file.text };
    const fixed = await fixText(this.service, input, settings, this.#previousOf);
    if (path === STDIN) {
      await print(applyEdits(file.text, fixed.edits));
      return fixed.checked;
    }
    if (fixed.edits.length === 0) return fixed.checked;
    if (this.#write(path, file, fixed.edits)) {
      warn(`${path}：改正 ${fixed.count} 处`);
      return fixed.checked;
    }
    return this.#checkOpened(path, opened);
  }

  #write(path: string, file: TextFile, edits: readonly TextEdit[]): boolean {
    const encoded = rewrite(file, edits);
    const error = 'error' in encoded ? encoded.error : replaceFile(path, file.bytes, encoded.bytes);
    if (error !== undefined) this.#fail(path, `没有改写：${error}`);
    return error === undefined;
  }

  /** Between reading a report and checking it, which is when the words are needed, too. */
  #previousOf: PreviousOf = async (path, report) => {
    const previous = await this.#previous?.of(path, report);
    await this.words;
    return previous;
  };

  #settingsFor(path: string): Settings {
    const { template } = this.options;
    const { settings, notice, failed } = this.configs.of(path);
    if (notice !== undefined && !this.#said.has(notice)) warn(notice);
    this.#said.add(notice ?? '');
    this.#failed ||= failed;
    return { ...settings, template };
  }

  #fail(what: string, reason: string): void {
    warn(`${what}：${reason}`);
    this.#failed = true;
  }
}
