// A folder under review, for clients that show it: all its reports read and checked, their findings published
// although nobody has opened them, and the reviewer's tables.
import { type CancellationToken, type Diagnostic, WorkDoneProgress } from 'vscode-languageserver';
import { UnreadableFile } from '../../convert/office.js';
import {
  type FolderReview,
  type ListedUnit,
  type ReportSum,
  type ReviewedReport,
  resultFiles,
  reviewFolder,
  reviewSheets,
  reviewSummary,
  type Sheet,
  sumReports,
  sumSheets,
  sumText,
  unitsOf,
} from '../../service/index.js';
import { decode } from '../../text/encoding.js';
import { rangeIn } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import { inBackground } from '../connection/handlers.js';
import type { Feature, ServerContext } from '../feature.js';
import {
  type AgainstAnswer,
  base64Of,
  type FileToReview,
  PLACE,
  type PlaceAnswer,
  REVIEW,
  REVIEW_AGAINST,
  REVIEW_CLOSED,
  REVIEW_RESULTS,
  type ReviewAnswer,
  type ReviewParams,
  type ReviewResults,
  type ReviewView,
} from '../protocol.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';
import { type FolderContent, FolderRun, type FolderWatcher } from '../state/folderRun.js';
import { toDiagnostics } from '../toLsp/diagnostics.js';
import { isEarlierState } from '../toLsp/uris.js';
import { against } from './reviewAgainst.js';

/** Progress is told no more often. */
const BETWEEN_MS = 100;

export const reviewFeature: Feature = {
  serve(context) {
    const { connection, texts, log, documents, files, hrefs } = context;
    let findings = new FolderFindings(context, new FolderRun(context, []));
    let shown: ShownReview | null = null;

    connection.onRequest<ReviewAnswer, unknown>(REVIEW, async (params, token) => {
      const asked = askedIn(params);
      const list = asked.units === undefined ? null : await unitsIn(context, asked.units);
      const units = list && 'units' in list ? list.units : undefined;
      const run = new FolderRun(context, asked.files);
      const own = new FolderFindings(context, run);
      const all = await withSignal(token, (signal) =>
        run.run(watcherOf(context, asked, own), signal),
      );
      if (!all) return { error: '已取消' };
      const review = reviewFolder(all.files, {
        ...(asked.year !== undefined && { year: asked.year }),
        ...(units && { units }),
      });
      const sum = review.year === null ? null : sumReports(all.units, review.year);
      const view = {
        ...viewOf(review, all, sum),
        unitsTrouble: list && 'error' in list ? list.error : null,
      };
      // what was shown before stays until there is something in its place
      findings.clear();
      findings = own;
      findings.show();
      shown = { review, sum, run, marks: all.marks, units: all.units };
      return view;
    });
    connection.onRequest(REVIEW_RESULTS, () => shown && resultsOf(context, shown));
    connection.onRequest<AgainstAnswer, unknown>(REVIEW_AGAINST, async (params) => {
      const year = shown?.review.year;
      if (!shown || year == null) return { error: '还没有汇总，请重新检查' };
      const { run, units } = shown;
      const nameOf = (uri: string) => run.file(uri)?.name;
      return await against(context, { units, year, nameOf }, String(fieldsOf(params).uri));
    });
    connection.onNotification(REVIEW_CLOSED, () => {
      findings.clear();
      shown = null;
    });
    texts.onDidOpen(({ document: { uri } }) => findings.opened(uri));
    texts.onDidClose(({ document: { uri } }) =>
      inBackground('检查文件夹', () => findings.closed(uri), log),
    );

    connection.onRequest<PlaceAnswer, unknown>(PLACE, async (params) => {
      const { uri, span } = placeIn(params);
      const address = hrefs.file(uri);
      try {
        const opened = (await documents.read(uri)) ?? (await files.open(uri));
        return address !== undefined && opened
          ? { uri: address, range: rangeIn(opened.source, within(span, opened.source.text)) }
          : { error: '已经移走或改名' };
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        return { error: error.reason };
      }
    });
  },
};

/**
 * Findings in files that are closed: whoever opens one finds those of the editor instead. None is seen before
 * all are known: whoever calls a check off keeps what he had.
 */
class FolderFindings {
  /** What was found, by URIs as the client knows them. */
  readonly #found = new Map<string, Diagnostic[]>();
  /** The URIs that have findings now. */
  readonly #published = new Set<string>();
  #isShown = false;

  constructor(
    private readonly context: ServerContext,
    private readonly run: FolderRun,
  ) {}

  checked(checked: CheckedDocument): void {
    const { diagnosticOptions, hrefs } = this.context;
    const uri = hrefs.file(checked.uri);
    // a finding relates to places of the text that is shown
    if (uri !== undefined)
      this.#found.set(uri, toDiagnostics({ ...checked, uri }, diagnosticOptions));
    if (this.#isShown) this.show();
  }

  show(): void {
    const { connection, texts } = this.context;
    this.#isShown = true;
    for (const [uri, diagnostics] of this.#found) {
      if (!isEarlierState(uri) && texts.get(uri)) continue;
      void connection.sendDiagnostics({ uri, diagnostics });
      this.#published.add(uri);
    }
    this.#found.clear();
  }

  /** The text of a Word file has no others: it is only shown. */
  opened(uri: string): void {
    if (!isEarlierState(uri) && this.#published.delete(uri)) this.#withdraw(uri);
  }

  async closed(uri: string): Promise<void> {
    const file = this.run.file(uri);
    const checked = file && this.#isShown ? await this.run.check(file.uri) : null;
    if (checked && this.#isShown) this.checked(checked);
  }

  clear(): void {
    this.#isShown = false;
    for (const uri of this.#published) this.#withdraw(uri);
    this.#published.clear();
  }

  #withdraw(uri: string): void {
    void this.context.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

function watcherOf(
  { connection, platform }: ServerContext,
  { workDoneToken }: ReviewParams,
  findings: FolderFindings,
): FolderWatcher {
  let told = 0;
  return {
    progress(share, message) {
      const now = Date.now();
      if (workDoneToken === undefined || now - told < BETWEEN_MS) return;
      told = now;
      const percentage = Math.round(100 * share);
      const value = { kind: 'report' as const, percentage, message };
      void connection.sendProgress(WorkDoneProgress.type, workDoneToken, value);
    },
    checked: (checked) => findings.checked(checked),
    pause: () => new Promise((resume) => void platform.soon(resume)),
  };
}

/** Undefined if it was called off. */
async function withSignal<T>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const asked = new AbortController();
  const cancelled = token.onCancellationRequested(() => asked.abort());
  try {
    return await work(asked.signal);
  } catch (error) {
    if (asked.signal.aborted) return undefined;
    throw error;
  } finally {
    cancelled.dispose();
  }
}

function viewOf(
  review: FolderReview,
  { files }: FolderContent,
  sum: ReportSum | null,
): Omit<ReviewView, 'unitsTrouble'> {
  const years = files.flatMap((file) => (file.kind === 'report' ? (file.report.year ?? []) : []));
  return {
    year: review.year,
    years: [...new Set(years)].sort((a, b) => b - a),
    summary: reviewSummary(review),
    sheets: [...reviewSheets(review), ...sheetsOf(sum)],
    sum: sum && sumText(sum),
  };
}

function sheetsOf(sum: ReportSum | null): readonly Sheet[] {
  return sum ? sumSheets(sum) : [];
}

/** What the client shows. */
interface ShownReview extends Pick<FolderContent, 'marks' | 'units'> {
  readonly review: FolderReview;
  /** Of the year that is reviewed. */
  readonly sum: ReportSum | null;
  readonly run: FolderRun;
}

async function resultsOf(
  { files }: ServerContext,
  { review, sum, run, marks }: ShownReview,
): Promise<ReviewResults> {
  const failed: string[] = [];
  const counts = { table: 0, letter: 0, comments: 0 };
  const made: { path: string; base64: string }[] = [];
  const annotated = async ({ path }: ReviewedReport) => {
    const own = marks.get(path);
    const file = run.named(path);
    if (!own || !file) return undefined;
    try {
      const bytes = await files.bytesOf(file.uri);
      if (!bytes) throw new UnreadableFile('已经移走或改名');
      const { annotateDocx, authorAt } = await import('../../convert/docx/write/writeDocx.js');
      return annotateDocx(bytes, own, authorAt(new Date())).bytes;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      failed.push(`${path} 没有写批注：${error.reason}`);
      return undefined;
    }
  };
  for await (const { kind, path, bytes } of resultFiles(review, sheetsOf(sum), annotated)) {
    made.push({ path, base64: base64Of(bytes) });
    counts[kind]++;
  }
  // each letter is there twice
  return { files: made, letters: counts.letter / 2, comments: counts.comments, failed };
}

async function unitsIn(
  { files }: ServerContext,
  uri: string,
): Promise<{ readonly units: ListedUnit[] } | { readonly error: string }> {
  const wanted = '单位名单是 .csv 文本，在 Excel、WPS 里另存为 CSV；一行一个单位，后面可以写上级';
  try {
    const bytes = await files.bytesOf(uri);
    if (!bytes) return { error: '没有找到这份名单' };
    const { csvRows } = await import('../../convert/csv.js');
    const decoded = decode(bytes);
    if ('error' in decoded) throw new UnreadableFile(decoded.error);
    const units = unitsOf(csvRows(decoded.text));
    return units.length > 0 ? { units } : { error: `名单里没有单位（${wanted}）` };
  } catch (error) {
    if (error instanceof UnreadableFile) return { error: `${error.reason}（${wanted}）` };
    throw error;
  }
}

/** In a folder of more files than this the rest is not looked at. */
const MOST_FILES = 20_000;

function askedIn(params: unknown): ReviewParams {
  const { files, year, units, workDoneToken } = fieldsOf(params);
  const known = Array.isArray(files) ? files.slice(0, MOST_FILES) : [];
  return {
    files: known.flatMap((one): FileToReview[] => {
      const { uri, name, modified } = fieldsOf(one);
      if (typeof uri !== 'string' || typeof name !== 'string') return [];
      return [{ uri, name, modified: typeof modified === 'number' ? modified : null }];
    }),
    ...(typeof year === 'number' && { year }),
    ...(typeof units === 'string' && { units }),
    ...((typeof workDoneToken === 'string' || typeof workDoneToken === 'number') && {
      workDoneToken,
    }),
  };
}

function placeIn(params: unknown) {
  const { uri, span } = fieldsOf(params);
  const { start, end } = fieldsOf(span);
  const [from, to] = [Number(start) || 0, Number(end) || 0];
  return { uri: String(uri), span: { start: from, end: Math.max(from, to) } };
}

/** Of a text that has become shorter since, what is left of a span. */
function within({ start, end }: Span, { length }: string): Span {
  return { start: Math.min(start, length), end: Math.min(end, length) };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
