// A report as its readers will see it, for a view that shows the form: the document's blocks, each with
// its place in the text, its figures by row and column, and what was found in them.
import type { Diagnostic } from '../../findings/finding.js';
import { type CellKey, sameCell, type TableKey } from '../../form/formats.js';
import { columnName, rowName } from '../../judging/names.js';
import { cellAt } from '../../judging/relations.js';
import { perReport } from '../../report/perReport.js';
import type { Report, Table } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { cellField } from '../../writing/cellEdit.js';
import {
  type DocumentBlock,
  type DocumentCell,
  type DocumentTable,
  withoutLines,
} from '../../writing/document/blocks.js';
import { documentOf } from '../../writing/document/document.js';
import { tableLines } from '../../writing/tableLines.js';
import { isTotal } from '../../writing/totals.js';
import { unjudgedIn } from '../unjudged.js';

/** What is shown, from top to bottom. */
export type FormViewBlock = FormViewWords | FormViewTable;

interface FormViewPart {
  /** Where it stands: whole lines. */
  readonly span: Span;
  /** Findings, by number, that are of none of its words or cells. */
  readonly findings: readonly number[];
  /** Of an official table that is shown as it stands: why it cannot be filled in here. */
  readonly note?: string;
}

/** A title, a heading, a paragraph, a signature. */
export interface FormViewWords extends FormViewPart {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'signature';
  /** Of a heading: 1 一、 2 （一） 3 1. 4 （1）. */
  readonly level?: 1 | 2 | 3 | 4;
  readonly lines: readonly FormViewLine[];
}

/** A line of a title or signature, all of another part. */
export interface FormViewLine {
  readonly text: string;
  /** Where it stands, if just so: without marks in between. */
  readonly span?: Span;
  /** Stretches of the text in which something was found. */
  readonly marks: readonly (Span & { readonly finding: number })[];
}

export interface FormViewTable extends FormViewPart {
  readonly kind: 'table';
  /** Which of the official tables; missing where it is shown as it stands. */
  readonly key?: TableKey;
  readonly rows: readonly (readonly FormViewCell[])[];
}

export interface FormViewCell
  extends Pick<DocumentCell, 'text' | 'at' | 'colSpan' | 'rowSpan' | 'kind'> {
  /** Of a figure that can be filled in. */
  readonly figure?: FormViewFigure;
  /** Where it stands; where it is blank, the place to type in. */
  readonly span?: Span;
  readonly findings: readonly number[];
}

export interface FormViewFigure extends CellKey {
  /** （一）予以公开 · 自然人. */
  readonly name: string;
  readonly isTotal: boolean;
}

/** A document of more blocks is no report; its first ones are shown. */
const MOST_BLOCKS = 3000;

/** The blocks with these findings, in order of place; `inFile` says where a stretch of the report text stands. */
export function formView(
  report: Report,
  findings: readonly Pick<Diagnostic, 'span' | 'at'>[],
  inFile: (span: Span) => Span,
): readonly FormViewBlock[] {
  const pieces = new FindingsByPlace(findings);
  const blocks = placedBlocks(report);
  return blocks.map(({ block, span, note }, i) => {
    const until = blocks[i + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    const own = pieces.upTo(until);
    const view = new BlockView(report, own, inFile).of(block, span);
    return note === undefined ? view : { ...view, note };
  });
}

interface PlacedBlock {
  readonly block: DocumentBlock;
  readonly span: Span;
  readonly note?: string;
}

/** What there is to show, whatever is found in it. */
const placedBlocks = perReport((report): readonly PlacedBlock[] => {
  const { lines } = report;
  const tables = Object.values(report.tables);
  const notes = new Map(tables.map((table) => [tableLines(report, table)?.first, table]));
  return withoutLines(documentOf(report))
    .slice(0, MOST_BLOCKS)
    .flatMap((block) => {
      const { region } = block;
      if (!region) return [];
      const span = { start: lines.spanOf(region.first).start, end: lines.spanOf(region.last).end };
      // of several parts the first one says it
      const table = notes.get(region.first);
      notes.delete(region.first);
      const isPlain = table !== undefined && !(block.kind === 'table' && block.key);
      return [{ block, span, ...(isPlain && { note: noteOn(report, table) }) }];
    });
});

function noteOn(report: Report, table: Table): string {
  const { why } = unjudgedIn(report, table);
  return `这张表和规定格式不一样${why && `（${why}）`}，照原样显示，不能在这里填，请在文字里改。`;
}

interface PlacedFinding extends Pick<Diagnostic, 'span' | 'at'> {
  readonly number: number;
}

/** Findings in order of place, to be taken block by block: what lies between two belongs to the first. */
class FindingsByPlace {
  readonly #findings: readonly PlacedFinding[];
  #next = 0;

  constructor(findings: readonly Pick<Diagnostic, 'span' | 'at'>[]) {
    this.#findings = findings
      .map(({ span, at }, number) => ({ span, at, number }))
      .sort((a, b) => a.span.start - b.span.start);
  }

  upTo(end: number): readonly PlacedFinding[] {
    const from = this.#next;
    while ((this.#findings[this.#next]?.span.start ?? end) < end) this.#next++;
    return this.#findings.slice(from, this.#next);
  }
}

class BlockView {
  readonly #placed = new Set<number>();

  constructor(
    private readonly report: Report,
    private readonly findings: readonly PlacedFinding[],
    private readonly inFile: (span: Span) => Span,
  ) {}

  of(block: DocumentBlock, span: Span): FormViewBlock {
    const shown = block.kind === 'table' ? this.#table(block) : this.#words(block, span);
    const rest = this.findings.filter(({ number }) => !this.#placed.has(number));
    return { ...shown, span: this.inFile(span), findings: rest.map(({ number }) => number) };
  }

  #words(
    block: Exclude<DocumentBlock, DocumentTable>,
    span: Span,
  ): Omit<FormViewWords, keyof FormViewPart> {
    const texts = 'lines' in block ? block.lines : [block.text];
    const kind = block.kind === 'lines' ? 'paragraph' : block.kind;
    let from = span.start;
    const lines = texts.map((text) => {
      const start = this.report.text.indexOf(text, from);
      const isThere = text !== '' && start >= 0 && start + text.length <= span.end;
      if (!isThere) return { text, marks: [] };
      from = start + text.length;
      return this.#line(text, { start, end: from });
    });
    return { kind, ...(block.kind === 'heading' && { level: block.level }), lines };
  }

  #line(text: string, span: Span): FormViewLine {
    const marks = this.findings.flatMap((finding) => {
      const start = Math.max(finding.span.start, span.start) - span.start;
      const end = Math.min(finding.span.end, span.end) - span.start;
      if (start >= end) return [];
      this.#placed.add(finding.number);
      return [{ start, end, finding: finding.number }];
    });
    return { text, span: this.inFile(span), marks };
  }

  #table({ key, rows }: DocumentTable): Omit<FormViewTable, keyof FormViewPart> {
    return {
      kind: 'table',
      ...(key && { key }),
      rows: rows.map((row) => row.map((cell) => this.#cell(key, cell))),
    };
  }

  #cell(table: TableKey | undefined, shown: DocumentCell): FormViewCell {
    const { text, at, colSpan, rowSpan, kind, span } = shown;
    const cell = table && shown.cell && cellAt(this.report, table, shown.cell);
    const field = cell ? cellField(this.report, cell) : span;
    const findings = field ? this.#findingsIn(field, table, shown.cell) : [];
    for (const number of findings) this.#placed.add(number);
    return {
      text,
      at,
      colSpan,
      rowSpan,
      ...(kind && { kind }),
      ...(table && cell && { figure: this.#figure(table, shown.cell as CellKey) }),
      ...(field && { span: this.inFile(field) }),
      findings,
    };
  }

  #figure(table: TableKey, { row, column }: CellKey): FormViewFigure {
    const { report } = this;
    const cell = cellAt(report, table, { row, column });
    const name = `${rowName(report, table, row)} · ${columnName(report, table, { row, column })}`;
    return { row, column, name, isTotal: cell !== undefined && isTotal(report, cell) };
  }

  /** Those that name the cell; of the others those that touch it. */
  #findingsIn(field: Span, table: TableKey | undefined, cell: CellKey | undefined): number[] {
    return this.findings
      .filter(({ span, at }) => {
        if (cell && at?.row && at.column && at.table === table)
          if (sameCell(cell, { row: at.row, column: at.column })) return true;
        const isWithin = span.start < field.end && field.start < span.end;
        return (
          isWithin ||
          (field.start === field.end && span.start <= field.start && field.end <= span.end)
        );
      })
      .map(({ number }) => number);
  }
}
