// What is offered where: the report text with ‸ at the cursor, and what comes of accepting it.
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../report/parse.js';
import { SECTIONS } from '../../report/template.js';
import { headingOf, writeTable } from '../../report/write.js';
import { applyEdits } from '../../text/edit.js';
import { completionsAt, insertables } from './completion.js';
import { toPlainText, toSnippetText } from './snippet.js';

const CURSOR = '‸';

/** The completions at the cursor. */
function at(marked: string) {
  const offset = marked.indexOf(CURSOR);
  if (offset < 0) throw new Error('no cursor');
  const report = parseReport(marked.replace(CURSOR, ''));
  return completionsAt(report, offset, 'tab').map((completion) => ({
    ...completion,
    report,
    text: toPlainText(completion.body),
    accepted: applyEdits(report.text, [
      { span: completion.replace, newText: toPlainText(completion.body) },
    ]),
  }));
}

const ids = (marked: string) => at(marked).map(({ id }) => id);
const labels = (marked: string) => at(marked).map(({ label }) => label);
const one = (marked: string, id: string) => {
  const found = at(marked).find((completion) => completion.id === id);
  if (!found) throw new Error(`${id} is not among ${ids(marked).join(', ')}`);
  return found;
};

const table = (key: 'disclosure' | 'requests' | 'review', fill = () => '0') =>
  writeTable(key, { template: '2021', layout: 'tab', eol: '\n', fill });

const TITLE = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
const BODY: Record<number, string> = {
  1: '2023年，我镇主动公开政府信息12条。',
  2: table('disclosure'),
  3: table('requests'),
  4: table('review'),
  5: '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。',
  6: '2023年未收取政府信息公开信息处理费。',
};

/** A report with sections changed, or left out. */
const report = (changes: Record<number, string | null> = {}) =>
  [
    TITLE,
    ...SECTIONS.map((spec) => {
      const changed = changes[spec.number];
      if (changed === null) return '';
      return `\n\n${headingOf(spec)}\n\n${changed ?? BODY[spec.number]}`;
    }),
  ].join('');

describe('debug', () => {
  it('prints', () => {
    console.log(
      ids(report({ 3: `${BODY[3]}\n\n‸`, 4: null })),
      labels(report({ 1: `${BODY[1]}\n\n‸` })),
      ids(report({ 1: `${BODY[1]}\n\n（二‸）` })),
    );
    console.log(at(report({ 1: `${BODY[1]}\n\n（二‸）` })).map((x) => toSnippetText(x.body)));
    console.log(one(report({ 3: `${BODY[3]}\n\n四、‸`, 4: null }), 'section:4').accepted);
    console.log(
      labels(report({ 6: `‸` })),
      labels(report({ 6: `xxclf‸` })),
      labels(report({ 6: `按照国办‸` })),
      labels(report({ 6: `按照《‸》` })),
      labels(report({ 6: `按照国办公开办函〔‸〕` })),
      labels(report({ 6: `坚持以公开‸` })),
    );
    console.log(labels(report({ 3: (BODY[3] ?? '').replace(/\t\t2.重复申请.*\n/, '‸\n') })));
    console.log(labels(report({ 3: (BODY[3] ?? '').replace(/\t\t2.重复申请/, '\t\t重复‸') })));
    console.log(
      insertables(parseReport(report({ 3: '无', 4: null })), 3, 'tab').map((x) =>
        [x.id, x.offset, x.isMissing, x.label].join(' '),
      ),
    );
  });
});
