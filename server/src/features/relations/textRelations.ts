// What the running text says of the tables, and whether they say the same. That it is wrong is said by the
// rule alone, which weighs what a sentence may mean: what it does not find here is left out.
import type { Diagnostic } from '../../findings/finding.js';
import { mentionsOf } from '../../judging/mentions.js';
import { cellName } from '../../judging/names.js';
import type { Report } from '../../report/report.js';
import type { ListedRelation, RelationGroup } from './listed.js';

/** `findings` are those of the report. */
export function textRelations(report: Report, findings: readonly Diagnostic[]): RelationGroup[] {
  const mentions = mentionsOf(report);
  const broken = findings
    .filter(({ rule }) => rule === 'prose-table')
    .map(({ span, message }): ListedRelation => {
      const said = mentions.find(({ statement }) => statement.span.start === span.start);
      const name = said?.statement.words ?? report.text.slice(span.start, span.end);
      return { name, state: 'broken', words: message, span };
    });
  const told = new Set(broken.map(({ span }) => span?.start));
  const held = mentions
    .filter(({ agrees, statement }) => agrees === true && !told.has(statement.span.start))
    .map(({ statement, cells, value }): ListedRelation => {
      const [only, ...more] = cells;
      const { span, subject } = statement;
      const isOne = only && more.length === 0 && only.value === value;
      const there = isOne ? cellName(report, subject.table, only) : '对应各格算下来';
      return { name: statement.words, state: 'held', words: `表中${there} ${value}`, span };
    });
  const relations = [...broken, ...held].sort(
    (a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
  return relations.length > 0 ? [{ title: '正文里的数与表格', relations }] : [];
}
