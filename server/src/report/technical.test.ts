import { expect, it } from 'vitest';
import { parseReport } from './parse.js';
import { technicalIn } from './technical.js';

/** The technical stretches of a line of running text. */
function stretchesOf(line: string): string[] {
  const report = parseReport(`一、总体情况\n${line}\n二、主动公开政府信息情况\n`);
  return technicalIn(report).map(({ start, end }) => report.text.slice(start, end));
}

it.each([
  ['使用 `a,b` 和 ``c`d`` 两个命令', ['`a,b`', '``c`d``']],
  ['说明<!-- 核对,数字 -->如下', ['<!-- 核对,数字 -->']],
  ['![平台,截图](images/平台首页(1).png)', ['](images/平台首页(1).png)']],
  ['见[指南](附件/办事 指南.docx "办事,指南")。', ['](附件/办事 指南.docx "办事,指南")']],
  ['见[指南](<附件/a b.docx>)和[目录][公开,目录]', ['](<附件/a b.docx>)', '[公开,目录]']],
  ['[1]: http://a.gov.cn/公开,目录 "公开,目录"', ['[1]: http://a.gov.cn/公开,目录 "公开,目录"']],
  ['<http://a.gov.cn/x,y>和<x@a.gov.cn>', ['<http://a.gov.cn/x,y>', '<x@a.gov.cn>']],
  ['见<a href="x" title="公开,目录>">此处</a>', ['<a href="x" title="公开,目录>">', '</a>']],
  ['见http://a.gov.cn/xxgk查看，', ['http://a.gov.cn/xxgk']],
  ['见http://a.gov.cn/政务公开/b.html，', ['http://a.gov.cn/政务公开/b.html']],
  ['（网址：https://a.gov.cn:80/x?k=年报,1）', ['https://a.gov.cn:80/x?k=年报,1']],
  ['(http://a.gov.cn)和(http://a.cn/(1))', ['http://a.gov.cn', 'http://a.cn/(1)']],
  ['登录www.a.gov.cn查看', ['www.a.gov.cn']],
  ['邮箱xx_gk@a.gov.cn，', ['xx_gk@a.gov.cn']],
  ['见 D:\\公开\\目录,1.xlsx 和 images\\a.b', ['D:\\公开\\目录,1.xlsx', 'images\\a.b']],
  ['按$x_1, x_2$和$$a,b$$计算', ['$x_1, x_2$', '$$a,b$$']],
  ['附件：公开目录,说明(1).docx。', ['公开目录,说明(1).docx']],
])('%s', (line, expected) => expect(stretchesOf(line)).toEqual(expected));

it.each([
  '全年公开信息12条(含转载),其中文件3条.',
  '“`”和“$”都是符号，收费$5,合计$6。',
  '满意度<90%且>80%，A<b且c>d',
  '按照国办发[2021]12号要求',
  '一.总体情况',
  '[^1]: 统计口径见第二部分，不含转载。',
  '时间:12:30，版本1.5.2',
])('nothing in %s', (line) => expect(stretchesOf(line)).toEqual([]));
