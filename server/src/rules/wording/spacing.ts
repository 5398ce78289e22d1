// Stray blanks inside Chinese sentences and around figures: one finding a document, one fix.

import { isHalfWidthDigit } from '../../text/digits.js';
import type { Span } from '../../text/span.js';
import { saying } from '../examples.js';
import type { Rule } from '../rule.js';
import { strayBlanks } from './shared/strayBlanks.js';

/** Places shown beside the first one. */
const SHOWN = 5;

export const spacing: Rule = {
  id: 'spacing',
  severity: 'hint',
  docs: () => ({
    title: '多余的空格',
    english: 'Stray spaces',
    what: '句子里夹着空格：字与字之间（政府信息 公开），字与数之间（2021 年），标点旁边。',
    why: '公文的字、数、标点之间不空格。这些空格多是从 PDF 或网页复制带来的，会使检索和统计漏掉词句。',
    how: '全文只提示一次，快速修复一次删除全部，属于安全修复。段首空格、表格、英文单词之间、两个以上连着的空格不动。',
    invalid: [
      { note: '字与数之间', text: saying('截至 2023 年底，公开信息 12 条') },
      {
        note: '字与字之间',
        text: saying('我镇依法做好政府信息 公开工作，及时回应社会关切，接受监督'),
      },
    ],
    valid: [
      { note: '没有空格', text: saying('截至2023年底，公开信息12条') },
      { note: '段首空格', text: saying('　　我镇依法做好政府信息公开工作') },
      { note: '英文单词之间', text: saying('我镇使用 Visual Studio Code 编辑公开文件，及时发布') },
      { note: '拉开字距的短行', text: saying('目 录\n附 件') },
    ],
  }),
  *check(report) {
    const stray = strayBlanks(report);
    const [first, ...others] = stray;
    if (!first) return;
    const { text } = report;
    const span = around(text, first);
    const example = text.slice(span.start, span.end);
    yield {
      span,
      message: `全文有 ${stray.length} 处多余的空格（如“${example}”），公文的字、数、标点之间不空格。`,
      related: others.slice(0, SHOWN).map((blank) => {
        const place = around(text, blank);
        return { message: `“${text.slice(place.start, place.end)}”`, span: place };
      }),
      fixes: [
        {
          title: `删除全文 ${stray.length} 处多余的空格`,
          safe: true,
          edits: stray.map((one) => ({ span: one, newText: '' })),
        },
      ],
    };
  },
};

/** The blank with the character or the figure on either side. */
function around(text: string, { start, end }: Span): Span {
  let from = start - 1;
  let to = end + 1;
  while (isHalfWidthDigit(text.charCodeAt(from)) && isHalfWidthDigit(text.charCodeAt(from - 1)))
    from--;
  while (isHalfWidthDigit(text.charCodeAt(to - 1)) && isHalfWidthDigit(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}
