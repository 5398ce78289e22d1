import { describe, expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import type { Layout } from '../../report/report.js';
import { applyEdits } from '../../text/edit.js';
import { convertLayout } from './convertLayout.js';

/** A text with its first table in another layout. */
function convert(text: string, layout: Layout): string {
  const report = parseReport(text);
  const [table] = Object.values(report.tables);
  return table ? applyEdits(text, convertLayout.edits(report, table, { layout })) : text;
}

const lines = (...rows: string[]) => rows.join('\n');

const TAB = lines(
  '二、主动公开政府信息情况',
  '第二十条第(五)项',
  '信息内容\t本年处理决定数量',
  '行政许可\t143',
  '第二十条第（六）项',
  '信息内容\t本年处理决定数量',
  '行政处罚\t/',
  '行政强制\t',
  '三、收到和处理政府信息公开申请情况',
);

const MARKDOWN = lines(
  '二、主动公开政府信息情况',
  '',
  '| 第二十条第(五)项   |                  |',
  '| ------------------ | ---------------- |',
  '| 信息内容           | 本年处理决定数量 |',
  '| 行政许可           |              143 |',
  '| 第二十条第（六）项 |',
  '| 信息内容           | 本年处理决定数量 |',
  '| 行政处罚           |                / |',
  '| 行政强制           |                  |',
  '',
  '三、收到和处理政府信息公开申请情况',
);

const PIPE = lines(
  '二、主动公开政府信息情况',
  '第二十条第(五)项   |',
  '信息内容           | 本年处理决定数量 |',
  '行政许可           |              143 |',
  '第二十条第（六）项 |',
  '信息内容           | 本年处理决定数量 |',
  '行政处罚           |                / |',
  '行政强制           |                  |',
  '三、收到和处理政府信息公开申请情况',
);

const LINES = lines(
  '二、主动公开政府信息情况',
  '第二十条第(五)项',
  '信息内容',
  '本年处理决定数量',
  '行政许可',
  '143',
  '第二十条第（六）项',
  '信息内容',
  '本年处理',
  '决定数量',
  '行政处罚',
  '/',
  '行政强制',
  '0',
  '三、收到和处理政府信息公开申请情况',
);

describe('a table in another layout', () => {
  it('is a Markdown table with blank lines around it', () => {
    expect(convert(TAB, 'markdown')).toBe(MARKDOWN);
  });

  it('is a table of bars', () => {
    expect(convert(TAB, 'pipe')).toBe(PIPE);
  });

  it('is there again on the way back', () => {
    expect(convert(PIPE, 'tab')).toBe(TAB);
  });

  it('has every cell between tabs', () => {
    expect(convert(MARKDOWN, 'tab').split('\n').slice(2, 5)).toEqual([
      '第二十条第(五)项\t',
      '信息内容\t本年处理决定数量',
      '行政许可\t143',
    ]);
  });

  it('has rows where there was a cell a line', () => {
    expect(convert(LINES, 'tab').split('\n').slice(1, -1)).toEqual([
      '第二十条第(五)项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政许可\t143\t\t',
      '第二十条第（六）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政处罚\t/\t\t',
      '行政强制\t0\t\t',
    ]);
  });

  it('keeps the line ends of the text', () => {
    const crlf = (text: string) => text.replace(/\n/g, '\r\n');
    expect(convert(crlf(TAB), 'markdown')).toBe(crlf(MARKDOWN));
    expect(convert(crlf(LINES), 'tab')).toBe(crlf(convert(LINES, 'tab')));
  });

  it('has no blank lines of its own within Markdown, and keeps page numbers', () => {
    const text = TAB.replace('第二十条第（六）项', '\n— 5 —\n\n第二十条第（六）项');
    expect(convert(text, 'markdown')).toBe(
      MARKDOWN.replace('| 第二十条第（六）项', '— 5 —\n| 第二十条第（六）项'),
    );
  });

  it('keeps comments as they are', () => {
    const comment = '<!-- 已核对 | 2024 -->';
    const text = TAB.replace('信息内容', `${comment}\n信息内容`);
    expect(convert(text, 'pipe')).toBe(PIPE.replace('信息内容', `${comment}\n信息内容`));
  });

  it('is one in Markdown only with its row of dashes', () => {
    const text = MARKDOWN.replace(/^\| -.*\n/m, '');
    expect(convert(text, 'markdown')).toBe(MARKDOWN);
  });
});

describe('no conversion', () => {
  it.each<[string, string, Layout]>([
    ['to the layout that it has', TAB, 'tab'],
    ['to the layout that it has', MARKDOWN, 'markdown'],
    ['to one cell a line', TAB, 'lines'],
    [
      'where words stand among the cells',
      LINES.replace('143', '143\n另有数据正在核对之中。'),
      'tab',
    ],
    ['where a row has a figure too many', LINES.replace('143', '143\n5'), 'markdown'],
    [
      'where labels and figures are glued together',
      TAB.replace('行政许可\t143', '行政许可143'),
      'markdown',
    ],
  ])('%s', (_, text, layout) => expect(convert(text, layout)).toBe(text));
});
