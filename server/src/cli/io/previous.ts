// Last year's reports: those that `--previous` names, else those among the inputs themselves.
import type { Report } from '../../report/report.js';
import {
  agreedOf,
  identify,
  identityOf,
  PreviousIndex,
  type ReportService,
} from '../../service/index.js';
import { Recent } from '../../text/cache.js';
import type { ReadFile } from '../checkText.js';
import { type InputFile, inputsOf } from './inputs.js';
import { warn } from './output.js';
import { openInput, STDIN } from './read.js';

/** So many reports are kept: last year's lies beside this year's, or in a folder just gone through. */
const KEPT = 64;
/** None longer than this. */
const LONGEST_KEPT = 100_000;

export class PreviousReports {
  readonly #recent = new Recent<ReadFile>(KEPT);
  #index: Promise<{ named: PreviousIndex; among: PreviousIndex }> | undefined;
  #found = false;
  /** Whether several were equally near and said different figures. */
  hasDoubt = false;

  /** `named` is the path of `--previous`; `fail` is told what in it cannot be read. */
  constructor(
    private readonly service: ReportService,
    private readonly inputs: readonly InputFile[],
    private readonly named: string | undefined,
    private readonly fail: (path: string, reason: string) => void,
  ) {}

  /** Last year's report of the same organ. The files are looked through when one is first wanted. */
  async of(path: string, report: Report): Promise<ReadFile | undefined> {
    if (this.named === undefined && this.inputs.length < 2) return undefined;
    const identity = identityOf(report, path);
    if (!identity) return undefined;
    this.#index ??= this.#lookThrough();
    const { named, among } = await this.#index;
    const inNamed = named.previousOf(path, identity);
    this.#found ||= inNamed.length > 0;
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

  /** Says so if `--previous` was of no use. */
  tell(): void {
    if (this.named !== undefined && !this.#found)
      warn(`--previous ${this.named}：没有找到同一机关上一年度的报告，未作跨年核对`);
  }

  async #lookThrough() {
    const named = this.named === undefined ? [] : await inputsOf([this.named]);
    return {
      named: await this.#indexOf(named, this.fail),
      // what cannot be read among the inputs is told when its turn comes
      among: await this.#indexOf(this.inputs, () => {}),
    };
  }

  async #indexOf(files: readonly InputFile[], fail: typeof this.fail): Promise<PreviousIndex> {
    const index = new PreviousIndex();
    for (const { path, error } of files) {
      if (path === STDIN) continue;
      const opened = error === undefined ? await openInput(path) : { error };
      if ('error' in opened) fail(path, opened.error);
      else index.set(path, identify(opened.source.text, path, opened.source.markup));
    }
    return index;
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
