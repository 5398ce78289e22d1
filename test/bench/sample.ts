// Reports of a given size, all invented.
import { nthReport } from '../generate/report.js';

const PARAGRAPHS = [
  '（一）主动公开。全年通过门户网站主动公开信息326条，其中政策文件26条、工作动态300条，及时回应群众关心的事项。',
  '（二）依申请公开。所有申请均在法定期限内登记、答复和归档，没有发生因答复不当被纠正的情形。',
  '（三）政府信息管理。明确拟稿、审核、发布各环节的责任人，对已发布的信息每季度清查一次，及时更新失效内容。',
  '（四）平台建设。安排专人维护门户网站栏目和政务新媒体账号，在服务大厅设置查阅点，方便群众查询和打印。',
  '（五）监督保障。把信息公开纳入年度工作考核，每半年通报一次；通过问卷开展社会评议，群众总体满意。',
];

/** A report with faults, its first section padded until it takes so many bytes of UTF-8. */
export function reportOf(bytes: number): string {
  const report = nthReport(3, 'tab').text;
  const [head = '', ...rest] = report.split(/(?<=总体情况\s*\n)/);
  let padding = '';
  let missing = bytes - Buffer.byteLength(report);
  for (let i = 0; missing > 0; i++) {
    const paragraph = `${PARAGRAPHS[i % PARAGRAPHS.length]}\n`;
    padding += paragraph;
    missing -= Buffer.byteLength(paragraph);
  }
  return head + padding + rest.join('');
}

/** The n-th of a folder of reports in the layouts of text files. */
export function nthOf(n: number, bytes: number): string {
  const layouts = ['tab', 'markdown', 'pipe', 'lines', 'space'];
  const report = nthReport(n, layouts[n % layouts.length] as string).text;
  const padding = PARAGRAPHS.join('\n');
  const missing = Math.max(0, bytes - Buffer.byteLength(report));
  return report + padding.repeat(1 + missing / padding.length / 3).slice(0, Math.ceil(missing / 3));
}
