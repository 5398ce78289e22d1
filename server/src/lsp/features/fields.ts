// The request `nianbao/field`: where Tab goes in a report, and what it fills in on the way.
import { originalEdits } from '../../convert/edits.js';
import { fieldAfter, fieldAt, totalsAfter } from '../../features/fields.js';
import { applyEdits, spanAfter } from '../../text/edit.js';
import { Lines } from '../../text/lines.js';
import { offsetIn } from '../convert.js';
import type { Reading } from '../documents.js';
import type { Feature } from '../feature.js';
import { FIELD, type Field, type FieldParams } from '../protocol.js';

export const fieldFeature: Feature = {
  serve({ connection, documents }) {
    connection.onRequest(FIELD, async (params: FieldParams, token): Promise<Field | null> => {
      const reading = await documents.read(params.textDocument.uri, token);
      return reading && fieldFrom(reading, params);
    });
  },
};

function fieldFrom({ report, source }: Reading, { position, forward }: FieldParams): Field | null {
  const offset = offsetIn(source, position);
  const next = fieldAfter(report, offset, forward);
  if (!next) return null;
  const left = forward ? fieldAt(report, offset)?.cell : undefined;
  // where totals cannot be written (HTML), the way goes on without them
  const edits = (left && originalEdits(source, totalsAfter(report, left))) ?? [];
  const { original } = source;
  const after = edits.length > 0 ? Lines.of(applyEdits(original.text, edits)) : original;
  return {
    range: after.rangeOf(spanAfter(source.toOriginal(next.span), edits)),
    edits: edits.map(({ span, newText }) => ({ range: original.rangeOf(span), newText })),
  };
}
