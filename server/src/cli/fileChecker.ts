// One input of `nianbao check`, from its bytes to what is printed of it: the part of a run that knows of no
// other input's answer, so that any thread may do it.
import type { OpenedFile } from '../convert/openFile.js';
import { formatOf, sourceOf } from '../convert/sourceOf.js';
import type { TemplateId } from '../form/formats.js';
import type { ReportService, Settings } from '../service/index.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { isHtml } from '../text/fileNames.js';
import { rewrite, type TextFile } from '../text/rewrite.js';
import {
  type CheckedFile,
  type CheckSummary,
  checkText,
  count,
  emptySummary,
  type PreviousOf,
} from './checkText.js';
import { fixText } from './fix.js';
import type { Format } from './formats/format.js';
import type { ConfigFinder } from './io/configFile.js';
import type { PreviousReports } from './io/previous.js';
import { openInput, STDIN } from './io/read.js';
import { replaceFile } from './writeFile.js';

/** A file, a report that came over standard input (with its text), or what is neither, with the reason in Chinese. */
export interface CheckInput {
  readonly path: string;
  readonly text?: string;
  readonly error?: string;
}

/** What holds for every input of a run. */
export interface FileOptions {
  readonly fix?: true;
  readonly template: TemplateId | 'auto';
}

/** What is to be printed of an input, said of it, and counted: plain data, which travels between threads. */
export interface CheckAnswer {
  /** What the output format makes of it; empty where it was not checked. */
  readonly out: string | Uint8Array;
  /** The text of standard input, fixed. */
  readonly fixed?: string;
  /** For stderr, line by line. */
  readonly said: readonly string[];
  /** Of a settings file: to be said once in a run. */
  readonly notice?: string;
  readonly counts: CheckSummary;
  /** Whether it could not be read, checked or written as it should. */
  readonly failed: boolean;
  /** Whether `--previous` has been of use, to this input or to one before it. */
  readonly foundNamed: boolean;
}

/** The answer for an input that was not checked. */
export function notChecked(name: string, reason: string): CheckAnswer {
  const said = [`${name}：${reason}`];
  return { out: '', said, counts: emptySummary(), failed: true, foundNamed: false };
}

/** What comes up while an input is being checked. */
interface Notes {
  readonly said: string[];
  notice?: string;
  fixed?: string;
  failed: boolean;
}

/** What it takes to check a file. */
export interface CheckParts {
  readonly service: ReportService;
  readonly configs: ConfigFinder;
  readonly format: Format;
  readonly previous: PreviousReports;
  /** Resolves once the words are there. */
  readonly words: Promise<void>;
}

export class FileChecker {
  constructor(
    private readonly options: FileOptions,
    private readonly parts: CheckParts,
  ) {}

  /** Never fails: a fault of ours in one report must not keep the others from being checked. */
  async answer({ path, text, error }: CheckInput): Promise<CheckAnswer> {
    const name = path === STDIN ? '标准输入' : path;
    if (error !== undefined) return notChecked(name, error);
    const notes: Notes = { said: [], failed: false };
    try {
      const opened = text === undefined ? await openInput(path) : await openText(path, text);
      if ('error' in opened) return notChecked(name, opened.error);
      for (const note of opened.office?.notes ?? []) notes.said.push(`${name}：${note}`);
      const checked = await (this.options.fix
        ? this.#fix(path, opened, notes)
        : this.#check(path, opened, notes));
      const counts = emptySummary();
      count(counts, checked);
      if (path !== STDIN && text === undefined) this.parts.previous.keep(checked);
      const { foundNamed } = this.parts.previous;
      return { out: this.parts.format.file(checked), counts, ...notes, foundNamed };
    } catch (fault) {
      const answer = notChecked(name, `程序出错，没有检查：${String(fault)}`);
      const said = [...notes.said, ...answer.said];
      return { ...answer, said, ...(notes.notice !== undefined && { notice: notes.notice }) };
    }
  }

  #check(path: string, opened: OpenedFile, notes: Notes): Promise<CheckedFile> {
    const settings = this.#settingsFor(path, notes);
    return checkText(this.parts.service, { path, ...opened }, settings, this.#previousOf);
  }

  async #fix(path: string, opened: OpenedFile, notes: Notes): Promise<CheckedFile> {
    const { file } = opened;
    if (!file || isHtml(path)) {
      notes.said.push(`${path}：--fix 只改写文本文件（.txt、.md、.nianbao），这个文件没有改动`);
      return this.#check(path, opened, notes);
    }
    const settings = this.#settingsFor(path, notes);
    const input = { path, text: file.text };
    const fixed = await fixText(this.parts.service, input, settings, this.#previousOf);
    if (path === STDIN) {
      notes.fixed = applyEdits(file.text, fixed.edits);
      return fixed.checked;
    }
    if (fixed.edits.length === 0) return fixed.checked;
    const error = write(path, file, fixed.edits);
    if (error === undefined) {
      notes.said.push(`${path}：改正 ${fixed.count} 处`);
      return fixed.checked;
    }
    notes.said.push(`${path}：没有改写：${error}`);
    notes.failed = true;
    return this.#check(path, opened, notes);
  }

  /** Between reading a report and checking it, which is when the words are needed, too. */
  #previousOf: PreviousOf = async (path, report) => {
    const previous = await this.parts.previous.of(path, report);
    await this.parts.words;
    return previous;
  };

  #settingsFor(path: string, notes: Notes): Settings {
    const { template } = this.options;
    const { settings, notice, failed } = this.parts.configs.of(path);
    if (notice !== undefined) notes.notice = notice;
    notes.failed ||= failed;
    return { ...settings, template };
  }
}

async function openText(path: string, text: string): Promise<OpenedFile> {
  return { source: await sourceOf(text, formatOf(path)) };
}

/** Why the edits could not be written, in Chinese. */
function write(path: string, file: TextFile, edits: readonly TextEdit[]): string | undefined {
  const encoded = rewrite(file, edits);
  return 'error' in encoded ? encoded.error : replaceFile(path, file.bytes, encoded.bytes);
}
