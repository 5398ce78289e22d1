// Which of the tables a place is in.
import type { Report, Table } from './report.js';

/** The table whose lines hold an offset of the report text. */
export function tableAt({ tables, lines }: Report, offset: number): Table | undefined {
  const line = lines.lineAt(offset);
  return Object.values(tables).find(
    ({ span }) => lines.lineAt(span.start) <= line && line <= lines.lineAt(span.end),
  );
}
