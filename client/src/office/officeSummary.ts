// What is said of files that have been opened as report text: one line.
import type { OfficeReport } from '../../../server/src/lsp/protocol.js';

/** 青禾县云水镇 · 2021 年 · 3 张表 169 格。有 2 张图片，图片里的文字和表格读不到；有 3 处修订，按已接受读取。 */
export function summaryOf(report: Omit<OfficeReport, 'text'>): string {
  const left = report.notes.map((note) => note.replace(/。$/u, '')).join('；');
  return `${recognized(report)}。${left && `${left}。`}`;
}

function recognized(report: Omit<OfficeReport, 'text'>): string {
  if (!report.recognized) return '不像政府信息公开年报，只取出了文字';
  const { organization, year, tables, cells } = report;
  const figures = tables > 0 ? `${tables} 张表 ${cells} 格` : '没有认出法定表格';
  return [organization ?? '没有认出机关', year ? `${year} 年` : '没有认出年度', figures].join(
    ' · ',
  );
}

/** Of several files at once; the reasons are those of the files that could not be read. */
export function summaryOfAll(opened: number, reasons: readonly string[]): string {
  const done = opened > 0 ? [`打开了 ${opened} 个文件`] : [];
  const failed = reasons.length > 0 ? [`${reasons.length} 个读不了：${reasons.join('；')}`] : [];
  return `${[...done, ...failed].join('，')}。`;
}
