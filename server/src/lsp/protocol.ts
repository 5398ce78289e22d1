// What our client and server say to each other beyond LSP. The only file that both import: types and
// names, nothing else.

/** Sent as `initializationOptions`; every part may be missing. */
export interface InitializationOptions {
  /** Where a rule's documentation is; `{rule}` stands for its id. */
  readonly ruleHref?: string;
  /** Where the page on cited notices is; `{notice}` stands for the anchor of one. */
  readonly noticeHref?: string;
  /** Where a server that has no files finds its lexicon. */
  readonly lexicon?: string;
  /** Whether the client shows the state of a report, and so wants `nianbao/status`. */
  readonly status?: boolean;
  /** Whether Tab goes from field to field there, and it so wants `nianbao/fields`. */
  readonly fields?: boolean;
  /** Whether it shows rows and columns, and so wants `nianbao/grids`. */
  readonly grids?: boolean;
  /** Where a server in a browser finds what reads and writes files of an office; `{reader}` stands for its name. */
  readonly readerHref?: string;
  /** Whether the client shows the text of such files under `TEXT_SCHEME`, and has the command `SHOW_PLACE`. */
  readonly officeText?: boolean;
  /** Whether the client has the commands `OPEN_RULE`, `WRITE_HERE` and `SAVE`. */
  readonly commands?: boolean;
  /** Whether it answers `READ_FILE`. */
  readonly readFile?: boolean;
  /** Settings for a client that cannot be asked for them. */
  readonly settings?: unknown;
}

/**
 * Under this our client shows the text of a file that is no text, a Word file or PDF: read-only. The path
 * is that of the file and `.txt`, the query its URI.
 */
export const TEXT_SCHEME = 'nianbao-text';

/**
 * The schemes under which editors show what is nobody's to mend: what a file was before, to be compared
 * with what it is (Git in VS Code and GitLens, pull requests, other version control, local history, edits
 * of an assistant), and the text of a file that is no text.
 */
export const EARLIER_STATES: ReadonlySet<string> = new Set(
  `${TEXT_SCHEME} git gitfs gitlens gitlens-git git-graph gitpr githubpr pr prnode review filechange svn hg jj
  vscode-scm vscode-local-history merge-conflict.conflict-diff chat-editing-text-model
  chat-editing-snapshot-text-model`.split(/\s+/),
);

/** What diagnostics name as their source. */
export const SOURCE = '年报';

/** Command of code actions: shows a rule's documentation. Its argument is the rule's id. */
export const OPEN_RULE = 'nianbao.openRule';

/** Command of code lenses: goes to a place where something is to be written. Its arguments are URI and range. */
export const WRITE_HERE = 'nianbao.writeHere';

/** Command of code actions: saves a file that the action has changed. Its argument is the URI. */
export const SAVE = 'nianbao.save';

/** Command of links: shows a place in a file. Its argument is the address, a line and character (`#L3,5`) its fragment. */
export const SHOW_PLACE = 'nianbao.showPlace';

/** Request, server to client: what is in a file that the server cannot reach; null if there is none. */
export const READ_FILE = 'nianbao/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** Of a file of more bytes nothing is wanted. */
  readonly longest: number;
}

export interface ReadFileAnswer {
  readonly base64?: string;
  readonly isTooLarge?: true;
}

/** So many letters a function may be given at once. */
const PIECE = 0x8000;

/** Bytes as they travel. */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let i = 0; i < bytes.length; i += PIECE)
    letters += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  return btoa(letters);
}

/** Bytes as they were. Throws on what is no such text. */
export function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** Request: an open report as a file of another kind. */
export const EXPORT = 'nianbao/export';

export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly kind: 'docx' | 'html';
}

/** Request: a copy of a Word file in which each finding is a comment. */
export const ANNOTATE = 'nianbao/annotate';

export interface AnnotateParams extends OfficeFileParams {
  /** Whether fixes that need no judgement are entered as tracked changes, too. */
  readonly changes: boolean;
}

/** Request: what has changed in an open text, as tracked changes in a copy of the Word file it was made of. */
export const WRITE_BACK = 'nianbao/writeBack';

export interface WriteBackParams extends OfficeFileParams {
  readonly textDocument: { readonly uri: string };
}

/** A new file, what was done, and what could not be, a sentence each; or the reason why there is none. */
export type MadeFile =
  | { readonly base64: string; readonly done: string; readonly left: readonly string[] }
  | { readonly error: string };

/** Request: the text of a file of any kind, in which places in it are counted; null if it cannot be read. */
export const FILE_TEXT = 'nianbao/fileText';

/** Request: a file of any kind as report text. */
export const OPEN_OFFICE = 'nianbao/openOffice';

/** Of requests about a file. */
export interface OfficeFileParams {
  readonly uri: string;
}

/** The text, or the reason (in Chinese) why there is none. */
export type OfficeAnswer = OfficeReport | { readonly error: string };

/** Report text, and what was recognised in it. */
export interface OfficeReport {
  readonly text: string;
  /** Whether it is such a report at all. */
  readonly recognized: boolean;
  readonly organization: string | null;
  readonly year: number | null;
  /** The official tables in it, and the cells of theirs that have been read. */
  readonly tables: number;
  readonly cells: number;
  /** What was left out, a sentence each. */
  readonly notes: readonly string[];
}

/** Request: an open report as its readers will see it; null where the document is closed. */
export const FORM = 'nianbao/form';

export interface FormParams {
  readonly textDocument: { readonly uri: string };
}

/** The places are those of this version of the document. */
export interface FormView {
  readonly version: number;
  readonly recognized: boolean;
  readonly organization: string | null;
  readonly year: number | null;
  /** From top to bottom. */
  readonly blocks: readonly FormBlock[];
  /** The blocks name them by their number here. */
  readonly findings: readonly FormFinding[];
}

export interface FormFinding extends OffsetRange {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** 错误. */
  readonly grade: string;
  readonly message: string;
  /** The first fix. */
  readonly fix?: { readonly title: string; readonly edits: readonly OffsetEdit[] };
}

export interface OffsetEdit extends OffsetRange {
  readonly newText: string;
}

interface FormPart {
  readonly span: OffsetRange;
  /** Findings that are of none of its words or cells. */
  readonly findings: readonly number[];
  /** Of an official table that is shown as it stands: why it cannot be filled in here. */
  readonly note?: string;
}

export type FormBlock = FormWords | FormTable;

export interface FormWords extends FormPart {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'signature';
  /** Of a heading: 1 一、 2 （一） 3 1. 4 （1）. */
  readonly level?: 1 | 2 | 3 | 4;
  readonly lines: readonly FormLine[];
}

export interface FormLine {
  readonly text: string;
  /** Where it stands, if just so: without marks in between. */
  readonly span?: OffsetRange;
  /** Stretches of the text itself in which something was found. */
  readonly marks: readonly (OffsetRange & { readonly finding: number })[];
}

export interface FormTable extends FormPart {
  readonly kind: 'table';
  readonly key?: FormTableKey;
  readonly rows: readonly (readonly FormTableCell[])[];
}

export type FormTableKey = 'disclosure' | 'requests' | 'review';

/** A cell where it begins; the places that it covers have none. */
export interface FormTableCell {
  readonly text: string;
  /** Its column, from 0. */
  readonly at: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly kind?: 'corner' | 'caption' | 'column' | 'row' | 'figure';
  /** Of a figure that can be filled in. */
  readonly figure?: {
    readonly row: string;
    readonly column: string;
    /** （一）予以公开 · 自然人. */
    readonly name: string;
    readonly isTotal: boolean;
  };
  /** Where it stands; where it is blank, the place to type in. */
  readonly span?: OffsetRange;
  readonly findings: readonly number[];
}

/** Request: figures typed into the form, as edits of the text. */
export const FILL = 'nianbao/fill';

export interface FillParams {
  readonly textDocument: { readonly uri: string };
  readonly fills: readonly CellFill[];
}

export interface CellFill {
  readonly table: FormTableKey;
  readonly row: string;
  readonly column: string;
  /** What is to stand there; nothing, to blank the cell. */
  readonly text: string;
}

/** The edits, or the reason why nothing is written. */
export type FillAnswer =
  | { readonly version: number; readonly edits: readonly OffsetEdit[] }
  | { readonly refused: string };

/** Request: 勾稽核对, all that must agree in an open report; null where there is no report. */
export const RELATIONS = 'nianbao/relations';

/** The places are those of this version of the document. */
export interface RelationsView {
  readonly version: number;
  readonly groups: readonly RelationsGroup[];
}

/** Relations of one kind. */
export interface RelationsGroup {
  /** 表三每一列：一 + 二 = 三（七）+ 四. */
  readonly title: string;
  /** What excuses a difference. */
  readonly note?: string;
  readonly relations: readonly RelationLine[];
}

export interface RelationLine {
  /** What it is about: 自然人. */
  readonly name: string;
  readonly state: 'held' | 'broken' | 'unknown';
  /** The figures of both sides; where it cannot be judged, why. */
  readonly words: string;
  readonly place?: OffsetRange;
  /** In last year's report, where one side stands there. */
  readonly before?: FilePlace;
}

/** A place in another file: the text that opens under the URI. */
export interface FilePlace extends OffsetRange {
  readonly uri: string;
}

/** Request: 图解, what pictures show of an open report; null where there is no report. */
export const CHARTS = 'nianbao/charts';

export interface ChartsView {
  readonly version: number;
  readonly organization: string | null;
  readonly year: number | null;
  readonly charts: readonly ChartOf[];
}

/** A picture of figures, or the reason why there is none. */
export type ChartOf = FlowChart | BarChart | YearsChart | NoChart;

interface TitledChart {
  readonly title: string;
  /** Where the figures stand. */
  readonly source: string;
}

/** One of the things that are shown side by side. */
export interface ChartShare {
  readonly name: string;
  readonly value: number;
}

/** What came in, and what became of it; both sides come to the same. */
export interface FlowChart extends TitledChart {
  readonly kind: 'flow';
  readonly from: readonly ChartShare[];
  readonly through: ChartShare;
  readonly to: readonly ChartShare[];
}

/** Parts of a whole. */
export interface BarChart extends TitledChart {
  readonly kind: 'bars';
  readonly bars: readonly ChartShare[];
}

/** The same figures over the years. */
export interface YearsChart extends TitledChart {
  readonly kind: 'years';
  /** In order of time. */
  readonly years: readonly number[];
  /** A figure for each year; null where it is not known. */
  readonly series: readonly YearsSeries[];
  /** What is not drawn. */
  readonly note?: string;
}

export interface YearsSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface NoChart extends TitledChart {
  readonly kind: 'none';
  readonly why: string;
}

/** Request: the reports of a folder, read and checked; with progress, if there is a token for it. */
export const REVIEW = 'nianbao/review';

export interface ReviewParams {
  readonly files: readonly FileToReview[];
  /** The year that is asked for; without it, the latest. */
  readonly year?: number;
  /** The list of units that are to report, a CSV file. */
  readonly units?: string;
  readonly workDoneToken?: string | number;
}

export interface FileToReview {
  readonly uri: string;
  /** What it is called in the folder: `乡镇/青禾镇.docx`. */
  readonly name: string;
  /** When it was last changed, in milliseconds; null where nobody knows. */
  readonly modified: number | null;
}

/** What there is to see; or why there is nothing (in Chinese). */
export type ReviewAnswer = ReviewView | { readonly error: string };

export interface ReviewView {
  /** The year that was reviewed; null where no report says one. */
  readonly year: number | null;
  /** All years that there are reports on, the latest first. */
  readonly years: readonly number[];
  /** What the folder is, in a line. */
  readonly summary: string;
  readonly sheets: readonly ReviewTable[];
  /** The tables of the year added up, as report text; null where there is no year. */
  readonly sum: string | null;
  /** Why nobody is expected to report although there is a list; null where that is no question. */
  readonly unitsTrouble: string | null;
}

/** A table of a review. */
export interface ReviewTable {
  readonly name: string;
  /** Each with about how many Chinese characters it is wide. */
  readonly heads: readonly (readonly [words: string, width: number])[];
  readonly rows: readonly ReviewRow[];
  /** What is said of the whole, a sentence each. */
  readonly notes?: readonly string[];
  /** Pictures of what rows say, by their first cell. */
  readonly pictures?: readonly ReviewPicture[];
}

/** Figures over the years. */
export interface ReviewPicture {
  readonly of: string;
  readonly years: readonly number[];
  readonly series: readonly YearsSeries[];
}

export interface ReviewRow {
  readonly cells: readonly (string | number | null)[];
  /** Where what it says stands, by the column that says so; the first is that of the row. */
  readonly places: readonly (readonly [column: number, place: ReviewPlace])[];
}

/** A place in the report text of a file: its name in the folder, offsets. */
export interface ReviewPlace {
  readonly path: string;
  readonly span: OffsetRange;
}

/** Notification: nobody looks at the review any more; its findings are to go. */
export const REVIEW_CLOSED = 'nianbao/reviewClosed';

/** Request: what the review that is shown is answered with; null where none is. */
export const REVIEW_RESULTS = 'nianbao/reviewResults';

export interface ReviewResults {
  /** Their paths are below a folder of their own, with `/`. */
  readonly files: readonly { readonly path: string; readonly base64: string }[];
  readonly letters: number;
  /** Copies of Word files with comments. */
  readonly comments: number;
  /** What could not be made, a sentence each. */
  readonly failed: readonly string[];
}

/** Request: the sum of the review that is shown, held against a county's own report. */
export const REVIEW_AGAINST = 'nianbao/reviewAgainst';

/** What differs; or why nothing was compared (in Chinese). */
export type AgainstAnswer = ReviewTable | { readonly error: string };

/** Request: a place in the report text of a file as it can be shown, or why it cannot. */
export const PLACE = 'nianbao/place';

export type PlaceAnswer = ShownPlace | { readonly error: string };

/** A place in the text that opens under the URI, from a line and character (from 0) to others. */
export interface ShownPlace {
  readonly uri: string;
  readonly range: Readonly<Record<'start' | 'end', { line: number; character: number }>>;
}

export interface PlaceParams {
  readonly uri: string;
  readonly span: OffsetRange;
}

/** Notification, server to client: what the last check of a document says in short. */
export const STATUS = 'nianbao/status';

export interface StatusParams {
  readonly uri: string;
  /** Whether the document is such a report at all; otherwise nothing below means anything. */
  readonly recognized: boolean;
  readonly organization: string | null;
  readonly year: number | null;
  readonly template: `${number}` | 'mixed' | null;
  /** Findings by severity. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;
  /** What is still to be done: places in the text to be written, cells to be filled in. */
  readonly open: Readonly<Record<'prompts' | 'cells', number>>;
  /** The official relations between the figures. */
  readonly relations: Readonly<Record<'held' | 'broken' | 'unknown', number>>;
}

/** Whose report it is. */
export type OrganChoice = 'town' | 'bureau' | 'county' | 'city' | 'province';

/** Request: the reports that are known of the workspace, newest first. */
export const KNOWN_REPORTS = 'nianbao/knownReports';

export interface KnownReport {
  readonly organization: string;
  readonly year: number;
  readonly uri: string;
}

/** Request: what a new report may be taken to be, for the user to confirm. */
export const DRAFT_DEFAULTS = 'nianbao/draftDefaults';

export interface DraftDefaultsParams {
  readonly organization: string;
  readonly year: number;
}

export interface DraftDefaults {
  readonly level: OrganChoice;
  /** Last year's file; null if none is known. */
  readonly previous: string | null;
}

/** Request: the text of a new report. */
export const NEW_REPORT = 'nianbao/newReport';

export interface NewReportParams {
  readonly organization: string;
  readonly year: number;
  readonly level?: OrganChoice;
  readonly layout?: 'markdown' | 'tab';
  /** Last year's file; null for none, undefined for the one that the server finds. */
  readonly previous?: string | null;
  /** Whether its figures are all 0, not blank. */
  readonly zeros?: boolean;
}

export interface WrittenReport {
  readonly text: string;
  readonly previous: string | null;
  /** Why last year's file, which the client has named, was of no use (in Chinese). */
  readonly unread?: string;
}

/**
 * Notification, server to client: the places of a document that are to be filled in, as its last check
 * has found them. Tab goes by them without asking.
 */
export const FIELDS = 'nianbao/fields';

export interface FieldsParams {
  readonly uri: string;
  readonly version: number;
  /** In the order of the text; none in what is no report. */
  readonly fields: readonly FieldPlace[];
  /** The lines of the official tables. */
  readonly tables: readonly OffsetRange[];
}

export interface FieldPlace extends OffsetRange {
  /** Which of the tables it is a cell of; it and all below are missing for a prompt in the text. */
  readonly table?: number;
  readonly row?: string;
  readonly column?: string;
  /** Whether it is the sum of others. */
  readonly isTotal?: boolean;
}

/** Notification, server to client: the cells of a document's tables by row and column. */
export const GRIDS = 'nianbao/grids';

export interface GridsParams {
  readonly uri: string;
  readonly version: number;
  readonly tables: readonly GridPlaces[];
}

/** A table: its whole lines, and what is in them. */
export interface GridPlaces extends OffsetRange {
  /** What rows and columns are called, each name once. */
  readonly names: readonly string[];
  /** In the order of the text. */
  readonly cells: readonly GridCellPlace[];
}

export interface GridCellPlace extends OffsetRange {
  /** Its row, as a place in the names; missing for the head of a column. */
  readonly row?: number;
  /** Its column, as a place in the names. */
  readonly column: number;
  /** The number of its column: cells of one number belong one under another. */
  readonly place: number;
  /** What it is shown as: as its column, as a total, as wrong. */
  readonly as: 'column' | 'sum' | 'wrong';
}

/** From one offset of the document (UTF-16) to another. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Request: what can be filled in now that cells have been left, and the fields as they are; null where
 * there is no such document.
 */
export const REFINE = 'nianbao/refine';

export interface RefineParams {
  readonly textDocument: { readonly uri: string };
  /** A place in each of the cells. */
  readonly left: readonly number[];
  /** Where something may be half typed: no total is made of it. */
  readonly cursor?: number;
  /** Changes of the text to be thought of as made: fields and edits are those of the text then. */
  readonly without?: readonly {
    readonly offset: number;
    readonly length: number;
    readonly text: string;
  }[];
}

export interface Refinement extends FieldsParams {
  /** Totals, and white space that keeps tables aligned. */
  readonly edits: readonly OffsetEdit[];
}

/** Request: answered at once by a server that lives. */
export const PING = 'nianbao/ping';

/** Request: all that can be inserted into a report, what is missing first. */
export const SNIPPETS = 'nianbao/snippets';

export interface SnippetsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: WirePosition;
}

export type SnippetGroup = '章节' | '表格' | '段落' | '固定说法' | '文件';

export interface SnippetEntry {
  readonly id: string;
  readonly group: SnippetGroup;
  readonly label: string;
  readonly detail: string;
  /** Whether the report lacks it. */
  readonly isMissing: boolean;
  /** In editors' snippet syntax; its white space is to be kept as it is. */
  readonly snippet: string;
  /** Where it belongs; missing where that is the cursor. */
  readonly position?: WirePosition;
}

/** Request, client to server: what a paste is to do other than usual; null where nothing. */
export const PASTE = 'nianbao/paste';

/** Texts longer than this are pasted as usual. */
export const LONGEST_PASTE = 2_000_000;

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  /** The selection. */
  readonly range: WireRange;
  /** What was copied, as far as it is there in these forms. */
  readonly html?: string;
  readonly text?: string;
}

export interface PasteResult {
  /** What is done, for a menu. */
  readonly title: string;
  /** All that is to be done: the selection is replaced only if one of them does so. */
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
  /** What was recognised, and what was not. */
  readonly notice: string;
}

interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}
