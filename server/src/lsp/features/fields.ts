// Where Tab goes in a report: the client is told with each check, as it must not ask when the key is
// pressed. What it asks for afterwards is what can be filled in behind the typist.
import { originalEdits } from '../../convert/edits.js';
import { cellsAt, fieldsOf, totalsAfter } from '../../features/fields.js';
import { keptAligned } from '../../features/tables/keptAligned.js';
import type { TableKey } from '../../form/formats.js';
import type { Report } from '../../report/report.js';
import type { ReportService } from '../../service.js';
import { applyEdits, settled, type TextEdit } from '../../text/edit.js';
import { isPlain, plainSource } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import type { Feature } from '../feature.js';
import {
  FIELDS,
  type FieldsParams,
  REFINE,
  type Refinement,
  type RefineParams,
} from '../protocol.js';
import type { ReadDocument } from '../state/checkedDocuments.js';
import { offsetIn } from '../toLsp/positions.js';

export const fieldFeature: Feature = {
  serve({ connection, documents, options, service, onChecked }) {
    if (options.fields)
      onChecked((checked) => void connection.sendNotification(FIELDS, fieldsIn(checked)));
    connection.onRequest(
      REFINE,
      async (params: RefineParams, token): Promise<Refinement | null> => {
        const reading = await documents.read(params.textDocument.uri, token);
        return reading && refine(without(reading, params, service), params);
      },
    );
  },
};

function fieldsIn({ uri, version, report, source }: ReadDocument): FieldsParams {
  // cells of HTML may stand in the text in another order than in the file
  const inFile = ({ start, end }: Span) => source.toOriginal({ start, end });
  const keys = Object.keys(report.tables) as TableKey[];
  return {
    uri,
    version,
    fields: fieldsOf(report)
      .map(({ span, cell }) => ({
        ...inFile(span),
        ...(cell && { table: keys.indexOf(cell.table) }),
      }))
      .sort((a, b) => a.start - b.start),
    tables: report.recognized ? keys.map((key) => inFile(linesOf(report, key))) : [],
  };
}

/** The whole lines of a table. */
function linesOf({ tables, lines }: Report, key: TableKey): Span {
  return lines.wholeLines(tables[key]?.span ?? { start: 0, end: 0 });
}

/** The document with some changes made to its text; as it is where that is no plain text. */
function without(
  reading: ReadDocument,
  params: RefineParams,
  service: ReportService,
): ReadDocument {
  const { without: changes = [] } = params;
  if (changes.length === 0 || !isPlain(reading.source)) return reading;
  const edits = changes.map(({ offset, length, text }) => ({
    span: { start: offset, end: offset + length },
    newText: text,
  }));
  const text = applyEdits(reading.source.text, edits);
  return { ...reading, source: plainSource(text), report: service.parse(text) };
}

function refine(reading: ReadDocument, { left }: RefineParams): Refinement {
  const { report, source, version } = reading;
  const { original } = source;
  const cells = cellsAt(
    report,
    left.map((offset) => offsetIn(source, original.positionAt(offset))),
  );
  const totals = totalsAfter(report, cells);
  const tables = [...new Set(cells.map(({ table }) => table))];
  // where totals cannot be written (HTML), the way goes on without them
  const edits = isPlain(source)
    ? keptAligned(report, tables, totals).flatMap((edit) => pieces(report.text, edit))
    : (originalEdits(source, totals) ?? []);
  return {
    ...fieldsIn(reading),
    version,
    edits: (settled(edits) ?? []).map(({ span, newText }) => ({ ...span, newText })),
  };
}

/** A line written anew, cell by cell: the cursor may stand in another one. */
function pieces(text: string, edit: TextEdit): TextEdit[] {
  const before = text.slice(edit.span.start, edit.span.end).split(BARS);
  const after = edit.newText.split(BARS);
  if (before.length !== after.length) return [edit];
  let start = edit.span.start;
  return before.flatMap((cell, i) => {
    const span = { start, end: start + cell.length };
    start = span.end;
    const newText = after[i] as string;
    return newText === cell ? [] : [{ span, newText }];
  });
}

/** With the bars between them, which are as many and the same. */
const BARS = /([|｜])/;
