// `nianbao check` in a thread: some inputs in, what is to be printed of each out.
import { createReportService, type Identity, PreviousIndex } from '../service/index.js';
import { type CheckAnswer, type CheckInput, FileChecker, type FileOptions } from './fileChecker.js';
import type { TerminalLook } from './formats/format.js';
import { type FormatName, loadFormat } from './formats/index.js';
import { Words } from './io/cliWords.js';
import { ConfigFinder, readConfig } from './io/configFile.js';
import {
  type IdentifiedFile,
  identifyFiles,
  type PreviousIndexes,
  PreviousReports,
} from './io/previous.js';

/** What is the same for all tasks of a run. */
export interface ThreadSetup {
  readonly options: FileOptions;
  readonly format: FormatName;
  readonly look: TerminalLook;
  readonly config?: string;
  /** Where last year's reports are, `packed`: all threads look at one copy of it. */
  readonly previous?: SharedArrayBuffer;
}

export interface ThreadTask {
  readonly setup: ThreadSetup;
  readonly inputs: readonly CheckInput[];
}

let checker: Promise<FileChecker> | undefined;

/** The answers to some inputs, in their order. */
export async function checkInputs({ setup, inputs }: ThreadTask): Promise<CheckAnswer[]> {
  checker ??= checkerFor(setup);
  const encoder = new TextEncoder();
  const answers: CheckAnswer[] = [];
  for (const input of inputs) {
    const answer = await (await checker).answer(input);
    // as bytes, which are half of what is to be copied, and need no more work where they arrive
    answers.push({ ...answer, out: encoder.encode(answer.out as string) });
  }
  return answers;
}

/** Whose report each of some files is. */
export async function identifyAll(paths: readonly string[]): Promise<IdentifiedFile[]> {
  const identified: IdentifiedFile[] = [];
  for await (const file of identifyFiles(paths)) identified.push(file);
  return identified;
}

async function checkerFor(setup: ThreadSetup): Promise<FileChecker> {
  const { options, previous } = setup;
  const words = new Words();
  const service = createReportService({ lexicon: () => words.lexicon });
  const rules = service.rules.map(({ id }) => id);
  const config = setup.config === undefined ? undefined : readConfig(setup.config, rules);
  const format = await loadFormat(setup.format, service.rules, setup.look);
  const look = previous && (async () => unpacked(previous));
  const reports = new PreviousReports(service, [], undefined, () => {}, look);
  const configs = new ConfigFinder(rules, config);
  const parts = { service, configs, format, previous: reports, words: words.come };
  return new FileChecker(options, parts);
}

function unpacked(shared: SharedArrayBuffer): PreviousIndexes {
  const text = Buffer.from(new Uint8Array(shared)).toString();
  const [named, among] = (JSON.parse(text) as Entries[]).map(indexOf) as [
    PreviousIndex,
    PreviousIndex,
  ];
  return { named, among };
}

type Entries = [string, Identity][];

function indexOf(entries: Entries): PreviousIndex {
  const index = new PreviousIndex();
  for (const [file, identity] of entries) index.set(file, identity);
  return index;
}
