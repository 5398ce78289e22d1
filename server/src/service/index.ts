// The one door: all that nianbao can do, for whoever shows it. The language server and the command line
// come in here and nowhere else; read from top to bottom this is the table of contents.
//
// Text goes in, plain data comes out; nothing knows an editor, a file system or a clock. Offsets and spans
// count UTF-16 code units of the report text (`report.text`), ends excluded; edits are of that text, too,
// and do not overlap. What was read from HTML finds its way back by `convert/`. Where a function can have
// nothing to say, null (of one thing) or an empty list (of many) says that; a text that is no report
// (`recognized: false`) gets such answers everywhere, unless it says otherwise. Nothing is made to throw.

// — Reading and checking —————————————————————————————————————————————————————————————————————————

/** How many relations of the tables hold, are broken, cannot be judged. */
export type { RelationCounts } from '../judging/relations.js';
/** The known words, from the bytes of lexicon.bin. Without them the rules that need words are silent. */
export { type Lexicon, loadLexicon } from '../lexicon/lexicon.js';
/** What a report says, without places: the keys of `nianbao extract`. A figure not known is null, not 0. */
export { factsOf } from '../report/facts.js';
/** What a rule is, with its documentation. */
export type { Example, Rule } from '../rules/rule.js';
/** Text → report → findings, with the severities, words and decisions that hold for it. */
export {
  type CheckResult,
  createReportService,
  type ReportService,
  type Settings,
} from './reportService.js';

// — Making findings go away ——————————————————————————————————————————————————————————————————————

/** The comments that turn a rule off for the line below, and for the file. */
export { fileComment, nextLineComment } from '../findings/comments.js';
/** `.nianbao.json`: read, judged, and what it says of one file. Null and `error` are told apart: no file, a wrong one. */
export {
  CONFIG_NAME,
  decisionsFor,
  type FolderConfig,
  isLevel,
  LONGEST_CONFIG,
  parseConfig,
  unknownIn,
} from '../findings/folderConfig.js';
/** A decision written into such a file; the edits are of its text. */
export { configEdits, type Decision } from '../findings/folderConfigEdits.js';
/** All safe fixes, or those of one rule, round by round until none is left; those that can be made at all. */
export { type AllFixed, fixAll, fixable } from '../findings/safeEdits.js';

/** Findings as comments and tracked changes, for `writeDocx` to put into the Word file that they are of. */
export { wordMarksOf } from './wordMarks.js';

// — Whose report it is ———————————————————————————————————————————————————————————————————————————

/** Organ and year of a report, of a text read no further than needed, of a name; null where one is missing. */
export {
  type Identity,
  identify,
  identityNamed,
  identityOf,
  organizationOf,
} from '../reading/identity.js';
/** Reports by organ and year: finds each one's report of the year before. */
export { agreedOf, PreviousIndex } from '../reading/reportIndex.js';

// — A new report —————————————————————————————————————————————————————————————————————————————————

/** The level of an organ, as its name tells: what a report of it must say. */
export { levelOf } from '../features/newReport/level.js';
/** Its text, with last year's where that is given; last year's, if it is of the same organ. */
export { newReport, yearBefore } from '../features/newReport/newReport.js';

// — At a place of a report ———————————————————————————————————————————————————————————————————————

/** What fits at an offset, best first; and all that can be inserted, what is missing first. Also in a text that is to become a report. */
export { completionsAt, insertables } from '../features/completion/completion.js';
/** What a piece is for: Markdown. */
export { describe } from '../features/completion/describe.js';
export type { Completion, Insertable, PieceKind } from '../features/completion/piece.js';
/** The text of a piece with places to fill in: as LSP's snippets, as plain text, and a snippet as it shows. */
export { shownText, toPlainText, toSnippetText } from '../features/completion/snippet.js';
/** Where a figure comes from: its terms, the cells of a sentence, last year's report. */
export { definitionAt } from '../features/definition.js';
/** What there is to know of a cell, a label, a figure in the text, a cited document: Markdown. */
export { hoverAt } from '../features/hover/hover.js';
/** Where else a figure is told; cells and words apart. */
export { referencesAt, statedCellAt } from '../features/references.js';
/** What a selection grows to, the smallest first; in any text. */
export { selectionsAt } from '../features/selection.js';

// — Over the whole of a report ———————————————————————————————————————————————————————————————————

/** 图解: what pictures show of a report, and of those before it; where there is none, why. */
export { chartsOf } from '../features/charts/charts.js';
/** What is said and offered over each table, where its figures first disagree, and where something is to be written. */
export { problemIn, promptLenses, type TableLens, tableLenses } from '../features/codeLens.js';
/** Where Tab goes, the lines of a table, and what is written behind the typist. */
export { editsAfter, fieldsOf, tableLinesOf } from '../features/fields.js';
/** What can be folded away. */
export { type Fold, foldsOf } from '../features/folding.js';
/** The report as its readers will see it, each part with its place and what was found in it; figures written into it. */
export { fillCells, type TypedFigure } from '../features/form/fillCells.js';
export { formView } from '../features/form/formView.js';
/** The cells of the tables by row and column, the heads of columns with them. */
export { type GridCell, gridsOf } from '../features/grid.js';
/** Right figures and ticks behind cells. */
export { inlayHints } from '../features/inlayHints.js';
/** Cited documents and last year's report, as links. */
export { linksOf } from '../features/links.js';
/** The outline: title, sections, headings, tables, groups, rows. */
export type { ReportSymbol } from '../features/outline/symbol.js';
export { symbolsOf } from '../features/outline/symbols.js';
/** All relations of the form, over the years and of text and tables: hold, broken, cannot be judged and why. */
export { type ListedRelation, relationList } from '../features/relations/relationList.js';
/** Colours of tables; places are lines and characters of the document that was read. */
export { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.js';
export { isTotal } from '../writing/totals.js';

// — Over many reports ————————————————————————————————————————————————————————————————————————————

/** A county's own report beside the sum: what differs, and which unit or two may be why. */
export { compareSum, type SumComparison } from '../collecting/compareSum.js';
export type { Mistake } from '../collecting/explainDifference.js';
/** A report's tables as they are added up, or why one is not; the sum of a year's, as report text, and of which unit what is. */
export type { CountedUnit } from '../collecting/oneUnit.js';
export { givenBy, type ReportSum, sumReports, sumText } from '../collecting/sumReports.js';
/** The sum as tables: cell by cell, and which unit gave what. */
export { againstSheet, sumSheets } from '../collecting/sumSheets.js';
/** What is said of both, line by line. */
export { compared, counted, leftOut, worthALook } from '../collecting/tellSum.js';
export { type UnitReport, unitReport } from '../collecting/unitReport.js';

// — Changing a report ————————————————————————————————————————————————————————————————————————————

/** Tables aligned, labels in the form's marks, no heaps of blanks; never a figure or a word. */
export { formattingEdits } from '../features/formatting/formatting.js';
/** What a paste does other than usual; null where nothing. The first is for what the other does not understand. */
export { pasteIntoCell } from '../features/paste/intoCell.js';
export { pasteInto } from '../features/paste/paste.js';
/** Copied cells, each on one line. */
export { withoutQuotedBreaks } from '../features/paste/quotedCells.js';
/** The commands on tables, and one of them run. */
export type { TableCommand, TableCommandOptions } from '../features/tables/command.js';
export { ALL_TABLE_COMMANDS } from '../features/tables/index.js';
export { runTableCommand } from '../features/tables/run.js';
/** How the tables of a report are written, which new ones should be, too. */
export { layoutInUse } from '../writing/missingSections.js';

// — Out of the house —————————————————————————————————————————————————————————————————————————————

/** The report, or a text that is none, as a Word file, a web page, Markdown or plain text; what is left out of it. */
export {
  EXPORT_KINDS,
  type ExportKind,
  exported,
  linesLeftOut,
} from '../writing/export/exported.js';

// — A folder of them, for who reviews them ————————————————————————————————————————————————————————

/** What a folder holds: reports of one year, those sent twice, missing, of other years, alike. */
export { type FolderFile, type FolderReview, reviewFolder } from '../reviewing/folderReview.js';
/** What a review is answered with: tables, letters, copies with comments. */
export { RESULTS, resultFiles } from '../reviewing/resultFiles.js';
/** What is kept of each report that was checked. */
export { type ReviewedReport, reviewedReport } from '../reviewing/reviewedReport.js';
export { reviewSheets, reviewSummary } from '../reviewing/reviewTable.js';
/** The units that are expected to report, from the rows of a list. */
export { type ListedUnit, unitsOf } from '../reviewing/unitList.js';
/** The tables of a review; any of these is such a table. */
export type { Sheet } from '../writing/sheet.js';
