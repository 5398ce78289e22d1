// The work of `nianbao review`: a folder read and checked report by report, then the tables, a letter for each
// report of the year that has findings, and for Word files the copy with comments.
import fs from 'node:fs';
import path from 'node:path';
import type { WordMark } from '../convert/docx/write/annotateDocx.js';
import { pageAt, UnreadableFile } from '../convert/office.js';
import {
  type FolderFile,
  type FolderReview,
  identify,
  type ListedUnit,
  RESULTS,
  type ReportService,
  type ReviewedReport,
  resultFiles,
  reviewedReport,
  reviewFolder,
  reviewSummary,
  sumReports,
  sumSheets,
  type UnitReport,
  unitReport,
  wordMarksOf,
} from '../service/index.js';
import { isUnreadReportName, kindOf } from '../text/fileNames.js';
import { grouped } from '../text/grouped.js';
import { checkText } from './checkText.js';
import type { ConfigFinder } from './io/configFile.js';
import { type InputFile, inputsOf } from './io/inputs.js';
import { openedAhead } from './io/openedAhead.js';
import { warn } from './io/output.js';
import { type IdentifiedFile, lookingThrough, PreviousReports } from './io/previous.js';
import { type Opened, readBytes, reasonOf } from './io/read.js';
import { watched } from './io/watched.js';
import { createFile } from './writeFile.js';

/** What the command was asked for. */
export interface AskedReview {
  readonly year?: number;
  readonly units?: readonly ListedUnit[];
}

/** Thrown where a result cannot be written. */
class UnwrittenResult extends Error {}

/** One call of the command. */
export class ReviewRun {
  readonly #said = new Set<string>();
  /** Of Word files: what their copies are to say. */
  readonly #marks = new Map<string, readonly WordMark[]>();
  /** The reports as they are added up. */
  readonly #units: UnitReport[] = [];
  #failed = false;

  constructor(
    private readonly service: ReportService,
    private readonly configs: ConfigFinder,
    /** Resolves once the words are there. */
    private readonly words: Promise<void>,
    private readonly asked: AskedReview,
  ) {}

  /** Resolves to the exit status. */
  async run(folder: string, out: string): Promise<number> {
    const inputs = withoutResults(await inputsOf([folder]));
    if (inputs.length === 0) warn('没有找到可以审核的文件。');
    const look = lookingThrough(inputs, undefined, () => {}, identifiedAhead);
    const previous = new PreviousReports(this.service, inputs, undefined, () => {}, look);
    const files: FolderFile[] = [];
    for await (const [file, opened] of openedAhead(await watched(inputs, '审核', true)))
      files.push(await this.#read(file, opened, previous));
    files.push(...(await unreadIn(folder)));
    const review = reviewFolder(files, this.asked);
    try {
      await this.#write(review, out);
    } catch (error) {
      if (!(error instanceof UnwrittenResult)) throw error;
      warn(error.message);
      return 2;
    }
    if (this.#failed) return 2;
    return review.reports.some(({ report }) => report.counts.error > 0) ? 1 : 0;
  }

  async #read(file: string, opened: Opened, previous: PreviousReports): Promise<FolderFile> {
    if ('error' in opened) return this.#unreadable(file, opened.error);
    for (const note of opened.office?.notes ?? []) warn(`${file}：${note}`);
    try {
      const { office } = opened;
      const checked = await checkText(
        this.service,
        { path: file, ...opened },
        this.#settingsFor(file),
        async (name, parsed) => {
          const found = await previous.of(name, parsed);
          await this.words;
          return found;
        },
      );
      previous.keep(checked);
      if (!checked.report.recognized) return { kind: 'noReport', path: file };
      const unit = unitReport(checked.report, file);
      if (unit) this.#units.push(unit);
      if (kindOf(file) === 'word') this.#marks.set(file, wordMarksOf(checked.diagnostics));
      const report = reviewedReport({
        ...checked,
        modified: modifiedAt(file),
        previous: checked.previous?.report,
        ...(office && { pageAt: (offset: number) => pageAt(office, offset) }),
      });
      return { kind: 'report', report };
    } catch (fault) {
      // a fault of ours in one report must not keep the others from being reviewed
      return this.#unreadable(file, `程序出错，没有检查：${String(fault)}`);
    }
  }

  #unreadable(file: string, reason: string): FolderFile {
    warn(`${file}：${reason}`);
    this.#failed = true;
    return { kind: 'unreadable', path: file, reason };
  }

  #settingsFor(file: string) {
    const { settings, notice, failed } = this.configs.of(file);
    if (notice !== undefined && !this.#said.has(notice)) warn(notice);
    this.#said.add(notice ?? '');
    this.#failed ||= failed;
    return settings;
  }

  async #write(review: FolderReview, out: string): Promise<void> {
    const written = { table: 0, letter: 0, comments: 0 };
    const { year } = review;
    const sums = year === null ? [] : sumSheets(sumReports(this.#units, year));
    const annotated = (report: ReviewedReport) => this.#annotated(report);
    for await (const { kind, path: name, bytes } of resultFiles(review, sums, annotated)) {
      if (kind === 'letter' && written.letter === 0) makeFolder(path.join(out, RESULTS.letters));
      put(path.join(out, name), bytes);
      written[kind]++;
    }
    // each letter is there twice
    tell(review, out, written.letter / 2, written.comments);
  }

  /** A copy of a Word file with comments; undefined for other files, and for what cannot be annotated. */
  async #annotated({ path: file, modified }: ReviewedReport): Promise<Uint8Array | undefined> {
    const marks = this.#marks.get(file);
    if (!marks) return undefined;
    const { annotateDocx, authorAt } = await import('../convert/docx/write/writeDocx.js');
    try {
      const bytes = readBytes(file);
      if (!(bytes instanceof Uint8Array)) throw new UnreadableFile(bytes.error);
      if (modifiedAt(file) !== modified) throw new UnreadableFile('读取之后被别的程序改过');
      return annotateDocx(bytes, marks, authorAt(new Date())).bytes;
    } catch (error) {
      const reason = error instanceof UnreadableFile ? error.reason : reasonOf(error);
      warn(`${file}：没有写批注：${reason}`);
      this.#failed = true;
      return undefined;
    }
  }
}

/** Whose report each file is: `check` asks this in threads, where each opens its own files again. */
async function* identifiedAhead(paths: readonly string[]): AsyncGenerator<IdentifiedFile> {
  for await (const [file, opened] of openedAhead(paths.map((one) => ({ path: one })))) {
    if ('error' in opened) yield { path: file, identity: null, error: opened.error };
    else {
      const { text, markup } = opened.source;
      yield { path: file, identity: identify(text, file, markup) };
    }
  }
}

/** What units have sent that is of no kind that is read: whoever waits for their reports is to know of it. */
async function unreadIn(folder: string): Promise<FolderFile[]> {
  const found = await inputsOf([folder], isUnreadReportName);
  return found.flatMap(({ path: file, error: reason }) => {
    // a folder that cannot be read was told already
    if (reason === undefined || !isUnreadReportName(path.basename(file))) return [];
    warn(`${file}：${reason}`);
    return [{ kind: 'unreadable', path: file, reason }];
  });
}

/** Without what an earlier review has written: its copies are reports, too. */
function withoutResults(inputs: readonly InputFile[]): InputFile[] {
  const known = new Map<string, boolean>();
  const isResult = (folder: string): boolean => {
    let is = known.get(folder);
    if (is === undefined) {
      is = [`${RESULTS.table}.csv`, RESULTS.letters].every((name) =>
        fs.existsSync(path.join(folder, name)),
      );
      known.set(folder, is);
    }
    return is;
  };
  return inputs.filter(({ path: file }) => {
    const folder = path.dirname(file);
    return (
      !isResult(folder) &&
      !(path.basename(folder) === RESULTS.letters && isResult(path.dirname(folder)))
    );
  });
}

function modifiedAt(file: string): number | null {
  try {
    return fs.statSync(file).mtimeMs;
  } catch {
    return null;
  }
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    throw new UnwrittenResult(`${folder}：${reasonOf(error)}`);
  }
}

function put(file: string, bytes: Uint8Array): void {
  try {
    createFile(file, bytes);
  } catch (error) {
    throw new UnwrittenResult(`${file}：${reasonOf(error)}`);
  }
}

/** What the folder is, and what was made of it. */
function tell(review: FolderReview, out: string, letters: number, annotated: number): void {
  const { year, reports, otherYears } = review;
  const copiesOf = annotated > 0 ? `（另有 ${annotated} 份 Word 批注）` : '';
  warn(reviewSummary(review));
  const years = [...grouped(otherYears, (report) => report.year).values()];
  if (years.some(({ length }) => length > 2 * reports.length))
    warn(`多数报告不是 ${year} 年度的；要审核别的年度，加上 --year`);
  const { table, copies } = RESULTS;
  const tables = `${table}.xlsx、${table}.csv、${copies}.csv`;
  warn(`已写入 ${out}：${tables}，修改意见 ${letters} 份${copiesOf}`);
}
