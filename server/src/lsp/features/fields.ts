// Where Tab goes in a report: the client is told with each check, as it must not ask when the key is
// pressed. What it asks for afterwards is what can be filled in behind the typist.
import { originalEdits } from '../../convert/edits.js';
import {
  editsAfter,
  fieldsOf,
  isTotal,
  type ReportService,
  tableLinesOf,
} from '../../service/index.js';
import { applyEdits, settled } from '../../text/edit.js';
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
import type { ReadDocument } from '../state/openDocuments.js';
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
  const tables = Object.values(report.tables);
  return {
    uri,
    version,
    fields: fieldsOf(report)
      .map(({ span, cell }) => ({
        ...inFile(span),
        ...(cell && {
          table: tables.findIndex(({ key }) => key === cell.table),
          row: cell.row,
          column: cell.column,
          ...(isTotal(report, cell) && { isTotal: true }),
        }),
      }))
      .sort((a, b) => a.start - b.start),
    tables: report.recognized ? tables.map((table) => inFile(tableLinesOf(report, table))) : [],
  };
}

/** The document with some changes made to its text; as it is where that is no plain text. */
function without(
  reading: ReadDocument,
  params: RefineParams,
  service: ReportService,
): ReadDocument {
  const { without: changes = [] } = params;
  if (changes.length === 0 || !isPlain(reading.source)) return reading;
  const edits = changes.map(({ offset, length, text: newText }) => ({
    span: { start: offset, end: offset + length },
    newText,
  }));
  const text = applyEdits(reading.source.text, edits);
  const { markup } = reading.source;
  return {
    ...reading,
    source: plainSource(text, markup),
    report: service.parse(text, markup),
  };
}

function refine(reading: ReadDocument, { left, cursor }: RefineParams): Refinement {
  const { report, source, version } = reading;
  const { original } = source;
  const inText = (offset: number) => offsetIn(source, original.positionAt(offset));
  const at = cursor === undefined ? undefined : inText(cursor);
  const written = editsAfter(report, left.map(inText), isPlain(source), at);
  // where totals cannot be written (HTML), the way goes on without them
  const edits = isPlain(source) ? written : (originalEdits(source, written) ?? []);
  return {
    ...fieldsIn(reading),
    version,
    edits: (settled(edits) ?? []).map(({ span, newText }) => ({ ...span, newText })),
  };
}
