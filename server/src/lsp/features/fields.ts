// The request `nianbao/field`: where Tab goes in a report, and what it fills in on the way.
import { originalEdits } from '../../convert/edits.js';
import { type Field, fieldAfter, fieldAt, totalsAfter } from '../../features/fields.js';
import { keptAligned } from '../../features/tables/keptAligned.js';
import { cellField } from '../../report/cellEdit.js';
import { parseReport } from '../../report/parse.js';
import { cellAt } from '../../report/relations.js';
import type { Report } from '../../report/report.js';
import { applyEdits, spanAfter, type TextEdit } from '../../text/edit.js';
import { Lines } from '../../text/lines.js';
import { isPlain, type Source } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import { offsetIn, toEdits } from '../convert.js';
import type { Reading } from '../documents.js';
import type { Feature } from '../feature.js';
import { FIELD, type FieldParams, type Field as FieldResult } from '../protocol.js';

export const fieldFeature: Feature = {
  serve({ connection, documents }) {
    connection.onRequest(FIELD, async (params: FieldParams, token): Promise<FieldResult | null> => {
      const reading = await documents.read(params.textDocument.uri, token);
      return reading && fieldFrom(reading, params);
    });
  },
};

function fieldFrom(
  { report, source }: Reading,
  { position, forward }: FieldParams,
): FieldResult | null {
  const offset = offsetIn(source, position);
  const next = fieldAfter(report, offset, forward);
  if (!next) return null;
  const left = fieldAt(report, offset)?.cell;
  const totals = left && forward ? totalsAfter(report, left) : [];
  const { original } = source;
  if (!isPlain(source)) {
    // where totals cannot be written (HTML), the way goes on without them
    const edits = originalEdits(source, totals) ?? [];
    const after = Lines.of(applyEdits(original.text, edits));
    return answer(source, totals, after, spanAfter(source.toOriginal(next.span), edits));
  }
  const edits = left ? keptAligned(report, [left.table], totals) : totals;
  if (edits === totals)
    return answer(source, edits, textAfter(report, edits), spanAfter(next.span, edits));
  const after = parseReport(applyEdits(report.text, edits));
  return answer(source, edits, after.lines, placeIn(after, next) ?? spanAfter(next.span, edits));
}

function textAfter({ text, lines }: Report, edits: readonly TextEdit[]): Lines {
  return edits.length > 0 ? Lines.of(applyEdits(text, edits)) : lines;
}

/** Where a cell is once its row has been written anew. */
function placeIn(report: Report, { cell }: Field): Span | null {
  const now = cell && cellAt(report, cell.table, cell);
  return now ? cellField(report, now) : null;
}

function answer(
  source: Source,
  edits: readonly TextEdit[],
  after: Lines,
  place: Span,
): FieldResult {
  return { range: after.rangeOf(place), edits: toEdits(source, edits) ?? [] };
}
