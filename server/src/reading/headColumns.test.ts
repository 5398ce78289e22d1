import { expect, it } from 'vitest';
import { parseReport } from './parse.js';

const SIX = '\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他';

/** What the first row of table 三 has below its heads. */
function below(heads: readonly string[], figures: string): string {
  const row = `一、本年新收政府信息公开申请数量\t${figures}`;
  const lines = ['三、收到和处理政府信息公开申请情况', ...heads, row, '商业企业 其他'];
  const { requests } = parseReport(lines.join('\n')).tables;
  const cells = [...(requests?.rows[0]?.cells.values() ?? [])];
  return cells.map(({ column, value }) => `${column} ${value}`).join(', ');
}

it('goes by the form where heads came before their line did: they are torn, or of the page before', () => {
  const inOrder = 'natural 1, business 2, research 3, charity null, legal 5, other 6';
  expect(below([SIX], '1\t2\t3\t\t5\t6')).toBe(inOrder);
  expect(below(['商业企业 其他', SIX], '1\t2\t3\t\t5\t6')).toBe(inOrder);
  expect(below(['其他', '商业企业 其他', SIX], '1\t2\t3\t\t5\t6')).toBe(inOrder);
});

it('goes by the heads where a line has them in another order', () => {
  const moved = '\t商业企业\t自然人\t科研机构\t社会公益组织\t法律服务机构\t其他';
  expect(below([moved], '1\t2\t3\t\t5\t6')).toMatch(/^business 1, natural 2, research 3/);
});

it('gives a row no figures below the heads of another block, where its own were not read', () => {
  const block = (...lines: string[]) =>
    parseReport(
      ['二、主动公开政府信息情况', '信息内容\t本年处理决定数量', '行政处罚\t3', ...lines].join(
        '\n',
      ),
    ).tables.disclosure?.rows.map(({ key, cells }) => [key, [...cells.keys()]]);
  expect(block('行政事业性收费\t7')).toEqual([
    ['penalties', ['decisions']],
    ['fees', []],
  ]);
  expect(block('信息内容\t本年收费金额', '行政事业性收费\t7')).toEqual([
    ['penalties', ['decisions']],
    ['fees', ['amount']],
  ]);
  expect(block('行政强制\t7')?.at(-1)).toEqual(['coercion', ['decisions']]);
});
