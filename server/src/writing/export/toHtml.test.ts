// The web page: accepted by a validator, safe whatever the report says, and its tables tell which heads
// each figure has.
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { generated } from '../../../../test/export/ways.js';
import { LAYOUTS } from '../../../../test/generate/layouts/index.js';
import { nthReport } from '../../../../test/generate/report.js';
import { parseReport } from '../../reading/parse.js';
import { documentOf } from '../document/document.js';
import { headingOf, sectionSpec, writeTable } from '../writeTable.js';
import { toHtml } from './toHtml.js';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
});
const faultsOf = (html: string) =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
const page = (...lines: string[]) => toHtml(documentOf(parseReport(lines.join('\n'))));

const TITLE = '青禾县云水镇2023年政府信息公开工作年度报告';
const table = (key: 'disclosure' | 'requests' | 'review', section: number, before = '') =>
  `${headingOf(sectionSpec(section))}\n${before}\n${writeTable(key, { template: '2021', layout: 'tab', eol: '\n', fill: ({ row, column }) => (row === '3.3.2' && column === 'legal' ? '7' : '0') })}`;
const REPORT = [
  TITLE,
  '一、总体情况',
  '（一）主动公开。全年公开3条。',
  '1.动态',
  table('disclosure', 2),
  table('requests', 3),
  table('review', 4),
  headingOf(sectionSpec(5)),
  '无。',
  '青禾县云水镇',
  '2024年1月18日',
];

describe('the page', () => {
  it('is accepted by a validator', () => {
    expect(faultsOf(page(...REPORT))).toEqual([]);
    expect(faultsOf(page(''))).toEqual([]);
    expect(faultsOf(page('会议纪要', 'a\tb', 'c\td', '（1）事项'))).toEqual([]);
  });

  it('is accepted whatever report it is of', () => {
    for (const { id } of LAYOUTS)
      for (let n = 0; n < 4; n++)
        expect(faultsOf(toHtml(documentOf(generated(nthReport(n, id)))))).toEqual([]);
  }, 60_000);

  it('has the title, and headings none of which is left out', () => {
    const html = page(...REPORT);
    expect(html).toContain(`<title>${TITLE}</title>`);
    expect(html).toContain('<h1>青禾县云水镇2023年<span>政府信息公开工作年度报告</span></h1>');
    expect(html).toContain('<h2>一、总体情况</h2>');
    expect(html).toContain('<h3 class="h4">1.动态</h3>');
    expect(html).toContain('<p><b>（一）主动公开。</b>全年公开3条。</p>');
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(page(...REPORT)).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:/i);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    '</style></title><script>1</script>',
    '&lt;b&gt; &amp; &#60;script>',
  ])('has as text whatever a report says: %s', (hostile) => {
    const html = page(
      `${hostile}青禾县2023年政府信息公开工作年度报告`,
      `一、${hostile}`,
      hostile,
      '',
      `${hostile}\t${hostile}`,
      `a\t${hostile}`,
    );
    expect(html).not.toMatch(/<(?:script|img|svg)/);
    expect(html.match(/<\/?title>/g)).toHaveLength(2);
    expect(html.match(/<\/?style>/g)).toHaveLength(2);
  });

  it('keeps white space that HTML would draw together', () => {
    expect(page('甲  乙', '丙 丁')).toContain('<pre>甲  乙</pre>\n<p>丙 丁</p>');
  });
});

describe('a table', () => {
  it('has the heading above it as its caption, or a short paragraph', () => {
    expect(page(...REPORT)).toContain(
      '<table>\n<caption><h2>三、收到和处理政府信息公开申请情况</h2></caption>',
    );
    const told = page(TITLE, table('requests', 3, '有关情况见下表：\n'));
    expect(told).toContain('<caption><p>有关情况见下表：</p></caption>');
    const long = '详'.repeat(80);
    expect(page(TITLE, table('requests', 3, `${long}\n`))).toContain(
      `<p>${long}</p>\n<table>\n<thead>`,
    );
  });

  it('has heads with their scope, and figures that name their heads', () => {
    const html = page(...REPORT);
    const heads = new Map(
      Array.from(
        html.matchAll(/<th id="([\w-]+)" scope="(\w+)"[^>]*>([^<]*)/g),
        ([, id, scope, words]) => [id, `${scope} ${words}`],
      ),
    );
    const [, ids = ''] = /<td headers="([^"]+)">7<\/td>/.exec(html) ?? [];
    expect(ids.split(' ').map((id) => heads.get(id))).toEqual([
      'row 三、本年度办理结果',
      'row （三）不予公开',
      'row 2.其他法律行政法规禁止公开',
      'col 申请人情况',
      'col 法人或其他组织',
      'col 法律服务机构',
    ]);
    const named = Array.from(html.matchAll(/headers="([^"]+)"/g), ([, list = '']) =>
      list.split(' '),
    );
    expect(named.length).toBe(10 + 25 * 7 + 15);
    expect(named.flat().filter((id) => !heads.has(id))).toEqual([]);
  });

  it('of blocks has each under its caption alone', () => {
    const html = page(...REPORT);
    const block = html.slice(html.indexOf('第二十条第（八）项') - 60);
    expect(block).toMatch(
      /<th id="(t1-\d+)" scope="rowgroup" colspan="4">第二十条第（八）项<\/th>.*?<td headers="\1 (t1-\d+) (t1-\d+)" colspan="3">0<\/td>/s,
    );
  });

  it('that the form does not know has heads if its first row has a word for each column', () => {
    expect(page('甲', '栏目\t条数', '动态\t98')).toContain(
      '<thead>\n<tr><th scope="col">栏目</th><th scope="col">条数</th></tr>\n</thead>',
    );
    expect(page('甲', '栏目\t', '动态\t98')).not.toContain('<th');
  });
});
