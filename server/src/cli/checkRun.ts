// The work of `nianbao check`: the inputs in their order, each checked here or, where there are many, in
// threads; what comes of it said, printed and counted.
import { availableParallelism } from 'node:os';
import type { ReportService } from '../service/index.js';
import { type CheckSummary, emptySummary } from './checkText.js';
import { type CheckAnswer, type CheckInput, FileChecker, type FileOptions } from './fileChecker.js';
import type { Format } from './formats/format.js';
import { type FormatName, loadFormat } from './formats/index.js';
import type { ConfigFinder } from './io/configFile.js';
import { type InputFile, inputsOf } from './io/inputs.js';
import { print, say, warn } from './io/output.js';
import { lookingThrough, PreviousReports } from './io/previous.js';
import { STDIN } from './io/read.js';
import { terminalLook } from './io/terminal.js';
import { watched } from './io/watched.js';
import { inPlace, yearByYear } from './io/yearByYear.js';

export interface CheckOptions extends FileOptions {
  readonly format: FormatName;
  readonly previous?: string;
  readonly config?: string;
  readonly stdinFormat: 'text' | 'jsonl';
}

/** So many are checked before threads have started and learnt how to. */
const FEW = 48;

/** One call of the command: its options, what it counts, and whether all could be read. */
export class CheckRun {
  readonly #summary = emptySummary();
  /** What was said already: a faulty settings file is named once. */
  readonly #said = new Set<string>();
  readonly #look = terminalLook();
  #failed = false;

  constructor(
    private readonly options: CheckOptions,
    private readonly service: ReportService,
    private readonly configs: ConfigFinder,
    /** Resolves once the words are there. */
    private readonly words: Promise<void>,
  ) {}

  async run(paths: readonly string[]): Promise<number> {
    const { fix, format: name, previous } = this.options;
    const format = await loadFormat(name, this.service.rules, this.#look);
    const inputs = await inputsOf(paths);
    if (inputs.length === 0) warn('没有找到可以检查的文件。');
    // With `--fix -` the fixed text is the result; what is said of it goes to stderr.
    const out = fix && paths.includes(STDIN) ? say : print;
    await out(format.start);
    let [separator, next] = format.separators ?? ['', ''];
    let isCompared = previous === undefined;
    for await (const answer of this.#answers(inputs, format)) {
      await this.#take(answer);
      isCompared ||= answer.foundNamed;
      if (answer.out.length === 0) continue;
      if (separator !== '') await out(separator);
      await out(answer.out);
      separator = next;
    }
    await out(format.end(this.#summary));
    if (!isCompared) warn(`--previous ${previous}：没有找到同一机关上一年度的报告，未作跨年核对`);
    if (this.#failed) return 2;
    return this.#summary.error > 0 ? 1 : 0;
  }

  async #take({ notice, said, fixed, failed, counts }: CheckAnswer): Promise<void> {
    if (notice !== undefined && !this.#said.has(notice)) warn(notice);
    this.#said.add(notice ?? '');
    for (const words of said) warn(words);
    if (fixed !== undefined) await print(fixed);
    this.#failed ||= failed;
    add(this.#summary, counts);
  }

  async *#answers(inputs: readonly InputFile[], format: Format): AsyncGenerator<CheckAnswer> {
    const here = this.#limitHere(inputs);
    if (inputs.length > here) {
      yield* this.#threaded(inputs);
      return;
    }
    const tasks = await this.#tasksOf(inputs);
    const checker = this.#checker(inputs, format);
    for (let done = 0; done < here; ) {
      const { value: some = [], done: isEnd } = await tasks.next();
      if (isEnd) return;
      for (const input of some) yield await checker.answer(input);
      done += some.length;
    }
    yield* this.#threaded(inputs, tasks);
  }

  async #tasksOf(inputs: readonly InputFile[]): Promise<AsyncGenerator<CheckInput[]>> {
    const one = await watched(inputs, '检查', !process.stdout.isTTY);
    return tasksOf(one, this.options.stdinFormat);
  }

  /** How many inputs are checked in this thread. If they are more, the rest is checked in others, or all where that is known. */
  #limitHere(inputs: readonly InputFile[]): number {
    const { fix, stdinFormat } = this.options;
    // what is fixed is compared with as it stands then; and no other thread has the standard input
    const isAlone = fix || (stdinFormat === 'text' && inputs.some(({ path }) => path === STDIN));
    return isAlone || availableParallelism() < 2 ? Number.POSITIVE_INFINITY : FEW;
  }

  #checker(inputs: readonly InputFile[], format: Format): FileChecker {
    const { service, configs, words } = this;
    const previous = new PreviousReports(service, inputs, this.options.previous, this.#fail);
    return new FileChecker(this.options, { service, configs, format, previous, words });
  }

  /** What is left of the inputs, as tasks; else all of them. */
  async *#threaded(
    inputs: readonly InputFile[],
    rest?: AsyncGenerator<CheckInput[]>,
  ): AsyncGenerator<CheckAnswer> {
    const { format, previous: named, config, template } = this.options;
    const { packed, threadedAnswers, threadedIdentities } = await import('./threadedCheck.js');
    const { Threads } = await import('./io/threads.js');
    const threads = new Threads(__filename);
    try {
      const identify = (paths: readonly string[]) => threadedIdentities(threads, paths);
      const previous = await lookingThrough(inputs, named, this.#fail, identify)?.();
      const setup = {
        options: { template },
        format,
        look: this.#look,
        ...(config !== undefined && { config }),
        ...(previous && { previous: packed(previous) }),
      };
      const isAll = !rest && inputs.every(({ path }) => path !== STDIN);
      if (!previous || !isAll) {
        yield* threadedAnswers(threads, setup, rest ?? (await this.#tasksOf(inputs)));
        return;
      }
      const order = yearByYear(inputs, previous.among);
      const ordered = order.map((place) => inputs[place] as InputFile);
      const answers = threadedAnswers(threads, setup, await this.#tasksOf(ordered));
      yield* inPlace(answers, order);
    } finally {
      await threads.end();
    }
  }

  #fail = (path: string, reason: string): void => {
    warn(`${path}：${reason}`);
    this.#failed = true;
  };
}

/** So many files are one task of a thread. */
const TASK = 32;

/** The inputs by the handful; the reports of standard input as they come. */
async function* tasksOf(
  inputs: Iterable<InputFile>,
  stdinFormat: CheckOptions['stdinFormat'],
): AsyncGenerator<CheckInput[]> {
  let task: CheckInput[] = [];
  for (const input of inputs) {
    const isLines = input.path === STDIN && stdinFormat === 'jsonl';
    if (!isLines) task.push(input);
    if (task.length > 0 && (isLines || task.length === TASK)) {
      yield task;
      task = [];
    }
    if (isLines) yield* (await import('./io/stdinLines.js')).reportsOfStdin();
  }
  if (task.length > 0) yield task;
}

function add(sum: CheckSummary, counts: CheckSummary): void {
  for (const key of Object.keys(sum) as (keyof CheckSummary)[]) sum[key] += counts[key];
}
