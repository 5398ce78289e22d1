// Last year's reports: those that `--previous` names, else those among the inputs themselves.
import type { Report } from '../../report/report.js';
import {
  agreedOf,
  type Identity,
  identify,
  identityOf,
  PreviousIndex,
  type ReportService,
} from '../../service/index.js';
import { Recent } from '../../text/cache.js';
import type { ReadFile } from '../checkText.js';
import { type InputFile, inputsOf } from './inputs.js';
import { openInput, STDIN } from './read.js';

/** So many reports are kept: last year's lies beside this year's, or in a folder just gone through. */
const KEPT = 64;
/** None longer than this. */
const LONGEST_KEPT = 100_000;

/** The files whose reports may be last year's, by organ and year. */
export interface PreviousIndexes {
  /** Those that `--previous` names. */
  readonly named: PreviousIndex;
  /** The inputs themselves. */
  readonly among: PreviousIndex;
}

/** Whose report a file is; null where it is nobody's. */
export interface IdentifiedFile {
  readonly path: string;
  readonly identity: Identity | null;
  readonly error?: string;
}

/** Says of each file whose report it is. */
export type Identifier = (paths: readonly string[]) => AsyncIterable<IdentifiedFile>;

type Fail = (path: string, reason: string) => void;

export class PreviousReports {
  readonly #recent = new Recent<ReadFile>(KEPT);
  readonly #look: (() => Promise<PreviousIndexes>) | undefined;
  #indexes: Promise<PreviousIndexes> | undefined;
  /** Whether `--previous` has been of use. */
  foundNamed = false;
  /** Whether several were equally near and said different figures. */
  hasDoubt = false;

  /** `named` is the path of `--previous`; `fail` is told what in it cannot be read. */
  constructor(
    private readonly service: ReportService,
    inputs: readonly InputFile[],
    named: string | undefined,
    fail: Fail,
    look: (() => Promise<PreviousIndexes>) | undefined = lookingThrough(inputs, named, fail),
  ) {
    this.#look = look;
  }

  /** Last year's report of the same organ. The files are looked through when one is first wanted. */
  async of(path: string, report: Report): Promise<ReadFile | undefined> {
    if (!this.#look) return undefined;
    const identity = identityOf(report, path);
    if (!identity) return undefined;
    this.#indexes ??= this.#look();
    const { named, among } = await this.#indexes;
    const inNamed = named.previousOf(path, identity);
    this.foundNamed ||= inNamed.length > 0;
    const files = inNamed.length > 0 ? inNamed : among.previousOf(path, identity);
    const previous = await agreedOf(files, (file) => this.#read(file));
    this.hasDoubt ||= previous === null && files.length > 1;
    return previous ?? undefined;
  }

  /** Keeps a report that was just checked, as it stands now. */
  keep({ path, source, report }: ReadFile): void {
    if (source.text.length <= LONGEST_KEPT) this.#recent.set(path, { path, source, report });
    else this.#recent.delete(path);
  }

  async #read(path: string): Promise<ReadFile | null> {
    const known = this.#recent.get(path);
    if (known) return known;
    const opened = await openInput(path);
    if ('error' in opened) return null; // gone since it was looked through
    const { source } = opened;
    const reading = { path, source, report: this.service.parse(source.text, source.markup) };
    this.keep(reading);
    return reading;
  }
}

/** How the files are looked through; undefined where no report has another to be compared with. */
export function lookingThrough(
  inputs: readonly InputFile[],
  named: string | undefined,
  fail: Fail,
  identified: Identifier = identifyFiles,
): (() => Promise<PreviousIndexes>) | undefined {
  if (named === undefined && inputs.length < 2) return undefined;
  const indexOf = async (files: readonly InputFile[], failed: Fail): Promise<PreviousIndex> => {
    const index = new PreviousIndex();
    for (const { path, error } of files) if (error !== undefined) failed(path, error);
    const there = files.filter(({ path, error }) => path !== STDIN && error === undefined);
    for await (const { path, identity, error } of identified(there.map(({ path: p }) => p)))
      if (error !== undefined) failed(path, error);
      else index.set(path, identity);
    return index;
  };
  return async () => ({
    named: await indexOf(named === undefined ? [] : await inputsOf([named]), fail),
    // what cannot be read among the inputs is told when its turn comes
    among: await indexOf(inputs, () => {}),
  });
}

/** Looks at file by file. */
export async function* identifyFiles(paths: readonly string[]): AsyncGenerator<IdentifiedFile> {
  for (const path of paths) {
    const opened = await openInput(path);
    if ('error' in opened) yield { path, identity: null, error: opened.error };
    else yield { path, identity: identify(opened.source.text, path, opened.source.markup) };
  }
}
