// Growing selections as LSP has them.
import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import { selectionsAt } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import type { ReadDocument } from '../state/openDocuments.js';
import { contains, isSame, offsetIn } from '../toLsp/positions.js';
import { reportOf } from '../toLsp/reportAt.js';

export const selectionFeature: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  serve({ connection, documents }) {
    connection.onSelectionRanges(async (params, token) => {
      const reading = await reportOf(documents, params, token);
      return reading && params.positions.map((position) => around(reading, position));
    });
  },
};

/** An answer for every position: the whole document if nothing smaller. */
function around({ report, source }: ReadDocument, position: Position): SelectionRange {
  const { original } = source;
  const everything = original.rangeOf({ start: 0, end: original.text.length });
  const ranges = selectionsAt(report, offsetIn(source, position)).map((span) =>
    rangeIn(source, span),
  );
  return [...ranges, everything].reduceRight<SelectionRange>(
    (parent, range) => (grows(range, parent.range, position) ? { range, parent } : parent),
    { range: everything },
  );
}

/** In HTML what is next in the text may lie elsewhere in the file. */
function grows(inner: Range, outer: Range, position: Position): boolean {
  return (
    contains(inner, position) &&
    contains(outer, inner.start) &&
    contains(outer, inner.end) &&
    !isSame(inner, outer)
  );
}
