// Texts that no clerk writes and that a server may be given all the same: each about as long
// as is asked for, and each the worst of its kind for something that looks at tables.

import type { TableKey } from '../../server/src/form/formats.js';
import { headingOf, sectionSpec, writeTable } from '../../server/src/writing/writeTable.js';

const SECTION: Readonly<Record<TableKey, number>> = { disclosure: 2, requests: 3, review: 4 };
const TITLE = '青禾县云水镇2022年政府信息公开工作年度报告\n\n';
const headed = (key: TableKey) => `${TITLE}${headingOf(sectionSpec(SECTION[key]))}\n\n`;

const table = (key: TableKey, layout: 'tab' | 'markdown' | 'pipe' | 'lines', figure = '0') =>
  writeTable(key, { template: '2021', layout, eol: '\n', fill: () => figure });

/** A head, and behind it pieces until these are as long as asked for. */
function filled(head: string, piece: (n: number) => string, size: number): string {
  const pieces = [head];
  let length = 0;
  for (let n = 0; length < size; n++) {
    const next = piece(n);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

/** The texts by what is in them. */
export const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'a table of many unknown rows': (size) =>
    filled(
      `${headed('requests')}${table('requests', 'markdown')}\n`,
      (n) => `| ${n % 50}号 | 0 | 1 |\n`,
      size,
    ),
  'a row of the form again and again': (size) =>
    filled(
      `${headed('requests')}${table('requests', 'tab')}\n`,
      () => '\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n',
      size,
    ),
  'rows with one value each': (size) =>
    filled(`${headed('requests')}${table('requests', 'tab')}\n`, () => '2.重复申请\t0\n', size),
  'rows of figures without labels': (size) =>
    filled(
      `${headed('requests')}${table('requests', 'tab')}\n`,
      () => '\t\t\t0\t0\t0\t0\t0\t0\t0\n',
      size,
    ),
  'a row that has no end': (size) =>
    filled(
      `${headed('requests')}${table('requests', 'tab')}\n（一）予以公开`,
      (n) => `\t${n % 7}`,
      size,
    ),
  'a row of blank cells': (size) =>
    filled(
      `${headed('requests')}${table('requests', 'markdown')}\n| 四、结转下年度继续办理 |`,
      () => ' |',
      size,
    ),
  'small tables': (size) =>
    filled(
      TITLE,
      (n) =>
        `${headingOf(sectionSpec(2 + (n % 3)))}\n\n${table((['disclosure', 'requests', 'review'] as const)[n % 3] as TableKey, 'tab', '')}\n\n`,
      size,
    ),
  'one line': (size) => filled(`${headed('requests')}（一）予以公开 `, () => '0 予以公开 ', size),
  'one line of words': (size) => filled(headed('requests'), () => '公开政府信息，', size),
  bars: (size) => filled(`${headed('requests')}${table('requests', 'pipe')}\n`, () => '|', size),
  'lines of one bar': (size) =>
    filled(`${headed('requests')}${table('requests', 'pipe')}\n`, () => '|\n', size),
  'a cell a line': (size) =>
    filled(
      `${headed('requests')}${table('requests', 'lines')}\n`,
      (n) => `\t${n % 3 === 0 ? '部分公开' : '0'}\n\n`,
      size,
    ),
  'a cell a line, without marks': (size) =>
    filled(
      `${headed('requests')}${table('requests', 'lines').replaceAll('\t', '')}\n`,
      (n) => `${n % 3 === 0 ? '部分公开' : '0'}\n`,
      size,
    ),
  prompts: (size) =>
    filled(
      `${headed('requests')}${table('requests', 'tab', '')}\n`,
      (n) => `今年公开【第${n % 50}项】信息。\n`,
      size,
    ),
  'blank lines': (size) =>
    filled(`${headed('requests')}${table('requests', 'tab', '')}\n`, () => ' \n', size),
  comments: (size) =>
    filled(
      `${headed('requests')}${table('requests', 'markdown', '')}\n`,
      () => '<!-- 说明 -->\n',
      size,
    ),
  fences: (size) =>
    filled(
      `${headed('requests')}${table('requests', 'markdown', '')}\n`,
      () => '```\n0\n```\n',
      size,
    ),
  heads: (size) =>
    filled(`${headed('requests')}`, () => '自然人\t商业企业\t科研机构\t总计\n', size),
  'heads of table four': (size) =>
    filled(`${headed('review')}`, () => '结果维持\t结果纠正\t总计\n0\t0\t0\n', size),
  'labels over lines of a page': (size) =>
    filled(
      headed('requests'),
      () => '（三）不   1.属于国家秘  0  0  0  0  0  0  0\n予公开     密\n',
      size,
    ),
  'words that are no label, side by side': (size) =>
    filled(
      `${headed('requests')}1.属于国家秘  0  0  0  0  0  0  0\n密\n`,
      () => '甲乙  丙丁  戊己  0  0  0\n甲乙  丙丁\n',
      size,
    ),
  captions: (size) =>
    filled(
      `${headed('disclosure')}`,
      () => '第二十条第（一）项\n信息内容\t本年制发件数\n规章\t0\n',
      size,
    ),
};
