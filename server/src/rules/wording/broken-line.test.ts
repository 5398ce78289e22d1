import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, overview, quotesOf } from '../../../../test/support/wording.js';
import { brokenLine } from './broken-line.js';

const DONE = '我镇成立政务公开工作领导小组，明确责任分工。';
const CUT = `${DONE}安排专人负责公开信息的审核`;

describe('broken-line finds', () => {
  it.each([
    ['a page end', [CUT, '', '校验工作，规范公开程序。']],
    ['a line end', [CUT, '校验工作，规范公开程序。']],
    ['a line that begins with a quotation', [`${DONE}按照`, '“谁公开、谁负责”的原则落实责任。']],
    ['a comma at the end', ['我镇通过政府网站主动公开各类政府信息12条，', '', '其中文件3条。']],
    [
      'a comma, then a figure',
      ['我镇通过政府网站、公开栏主动公开政府信息，', '12条是文件，3条是动态。'],
    ],
    ['a numbered paragraph', [`（一）主动公开。${CUT}`, '', '校验工作，规范公开程序。']],
    ['an indent that the rest lacks', [`　　${CUT}`, '校验工作，规范公开程序。']],
  ])('%s', (_, lines) => {
    expect(findingsOf(brokenLine, overview(...lines))).toHaveLength(1);
  });

  it('joins what a page number parts, but not as a safe fix', () => {
    const text = overview(CUT, '— 2 —', '校验工作，规范公开程序。');
    const [finding] = findingsOf(brokenLine, text);
    expect(finding?.fixes?.[0]?.safe).toBe(false);
    expect(fixed(brokenLine, text)).toBe(overview(`${CUT}校验工作，规范公开程序。`));
  });

  it('joins a short rest that goes on, with what it belongs to', () => {
    const text = overview(`${CUT}`, '校验工作，', '规范公开程序。');
    expect(findingsOf(brokenLine, text)).toHaveLength(1);
    expect(fixed(brokenLine, text)).toBe(overview(`${CUT}校验工作，规范公开程序。`));
  });

  it.each([
    ['after a full stop above', [CUT, '校验工作，以及信息发布的日常', '管理，规范公开程序。']],
    ['in an indented paragraph', [`　　${CUT}`, '校验工作以及信息发布的日常', '管理']],
  ])('joins at once what would be told of the joined line: %s', (_, lines) => {
    const [finding, ...others] = findingsOf(brokenLine, overview(...lines));
    expect(finding?.fixes?.[0]?.edits).toHaveLength(lines.length - 1);
    expect(others).toEqual([]);
  });

  it('tells a paragraph of many broken lines once', () => {
    const line = '我镇依法做好政府信息公开工作及时回应社会关切不断提升服务水平';
    const text = overview(line, line, line, line, line, '接受监督，不断改进。');
    expect(findingsOf(brokenLine, text)).toHaveLength(1);
    expect(fixed(brokenLine, text)).toBe(overview(`${line.repeat(5)}接受监督，不断改进。`));
  });
});

describe('broken-line is silent', () => {
  it.each([
    ['after a full stop', [DONE, '', '安排专人负责公开信息的审核，规范公开程序。']],
    [
      'a heading',
      ['（一）深化重点领域信息公开，不断提升政务公开工作质量', '', '聚焦民生领域，及时公开信息。'],
    ],
    [
      'a heading without number',
      ['深化重点领域信息公开，不断提升政务公开工作的质量和水平', '聚焦民生领域，及时公开信息。'],
    ],
    [
      'before a paragraph with an indent of its own',
      [`　　${DONE}`, '　　安排专人负责公开信息的审核以及信息发布的日常', '　　规范公开程序。'],
    ],
    ['before a numbered line', [CUT, '（二）依申请公开情况。', '未收到申请。']],
    ['before 一是', [CUT, '一是加强领导，落实责任。']],
    ['before a paragraph that begins anew', [CUT, '下一步，我镇将继续努力。']],
    ['before a year', [CUT, '2023年，公开信息12条。']],
    ['before our own name', [CUT, '我镇将继续努力，接受监督。']],
    ['before 我盟', [CUT, '我盟将继续努力，接受监督。']],
    [
      'list items',
      ['- 我镇成立政务公开工作领导小组。明确责任分工，安排专人负责', '- 及时公开信息，接受监督'],
    ],
    ['a signature', [DONE, '青禾县云水镇人民政府', '2024年1月15日']],
    [
      'a form',
      ['如有疑问，请与我镇党政办公室联系。联系地址：青禾县青河路五号', '联系电话：8765432'],
    ],
    ['indented paragraphs', [`　　${CUT}`, '　　校验工作，规范公开程序。']],
    ['short lines', ['主动公开', '依申请公开，未收到。']],
    ['a colon', ['我镇成立政务公开工作领导小组。主要做了以下工作：', '加强领导，落实责任。']],
  ])('%s', (_, lines) => {
    expect(quotesOf(brokenLine, overview(...lines))).toEqual([]);
  });
});

describe('the edge of a page', () => {
  const PAGE = '我镇依法做好政府信息公开工作及时回应社会关切不断提升服务水平完善各项制度';
  const lines = (...lengths: number[]) => lengths.map((length) => PAGE.slice(0, length));
  const END = '接受监督。';

  it.each([
    ['four lines that go on', [36, 36, 35, 36], 1],
    ['lines up to six characters short of the longest', [36, 30, 31, 36], 1],
    ['one that is shorter is no line of the page', [36, 29, 36, 36], 0],
    ['three lines are no page', [36, 36, 36], 0],
    ['a line beyond it', [36, 36, 35, 36], 0, `${PAGE}${PAGE}。`],
  ])('%s', (_, lengths, count, before = END) => {
    const text = overview(before, ...lines(...lengths), END);
    expect(findingsOf(brokenLine, text)).toHaveLength(count);
  });
});
