// What can be folded: from which line to which.
import { describe, expect, it } from 'vitest';
import { parseReport } from '../reading/parse.js';
import { wholeReport } from '../rules/examples.js';
import { foldsOf } from './folding.js';

const folds = (text: string) => {
  const report = parseReport(text);
  return foldsOf(report)
    .map(({ kind, span }) => ({ kind, ...report.lines.rangeOf(span) }))
    .filter(({ start, end }) => end.line > start.line)
    .map(({ kind, start, end }) => [kind, lineOf(text, start.line), lineOf(text, end.line)]);
};
const lineOf = (text: string, line: number) =>
  (text.split(/\r?\n/)[line] ?? '').trim().replace(/\t.*/, '').slice(0, 10);

describe('folds', () => {
  it('are sections, tables and groups of rows', () => {
    expect(folds(wholeReport())).toEqual([
      ['section', '一、总体情况', '2023年，我镇依法'],
      ['section', '二、主动公开政府信息', '行政事业性收费'],
      ['table', '第二十条第（一）项', '行政事业性收费'],
      ['section', '三、收到和处理政府信', '四、结转下年度继续办'],
      ['table', '（本列数据的勾稽关系', '四、结转下年度继续办'],
      ['group', '三、本年度办理结果', '（七）总计'],
      ['group', '（三）不予公开', '8.属于行政查询事项'],
      ['group', '（四）无法提供', '3.补正后申请内容仍'],
      ['group', '（五）不予处理', '5.要求行政机关确认'],
      ['group', '（六）其他处理', '3.其他'],
      ['section', '四、政府信息公开行政', '0'],
      ['table', '行政复议', '0'],
      ['group', '行政复议', '0'],
      ['section', '五、存在的主要问题及', '存在的问题：解读形式'],
      ['section', '六、其他需要报告的事', '2023年未收取政府'],
    ]);
  });

  it('are headings within a section, up to the next one, without the blank lines', () => {
    const text = wholeReport({
      '2023年，我镇依法做好政府信息公开工作。':
        '（一）主动公开\n\n公开信息10条。\n\n（二）依申请公开\n\n依法答复。\n\n\n',
    });
    expect(folds(text.replaceAll('\n', '\r\n')).slice(0, 3)).toEqual([
      ['section', '一、总体情况', '依法答复。'],
      ['heading', '（一）主动公开', '公开信息10条。'],
      ['heading', '（二）依申请公开', '依法答复。'],
    ]);
  });

  it('begin where those of Markdown do', () => {
    const text = wholeReport().replace(/^(?=[一二三四五六]、[^\t]*$)/gm, '## ');
    const report = parseReport(text);
    const starts = foldsOf(report)
      .filter(({ kind }) => kind === 'section')
      .map(({ span }) => report.lines.lineAt(span.start));
    const marked = text.split('\n').flatMap((line, at) => (line.startsWith('## ') ? at : []));
    expect(starts).toEqual(marked);
    expect(starts).toHaveLength(6);
  });

  it('are none on what is no report', () =>
    expect(foldsOf(parseReport('# 标题\n\n正文\n'))).toEqual([]));
});
