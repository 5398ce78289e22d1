// Kangxi and CJK radicals in place of ideographs: they look right and are not the same characters.

import type { Finding } from '../../findings/finding.js';
import type { Report } from '../../report/report.js';
import { lineIndexAt } from '../../report/runningText.js';
import { ideographOf, isRadical } from '../../text/radicals.js';
import { saying, wholeReport } from '../examples.js';
import type { Rule } from '../rule.js';
import { scanOf } from './shared/scan.js';

/** Characters shown in the message. */
const SHOWN = 5;

export const radical: Rule = {
  id: 'radical',
  severity: 'warning',
  docs: () => ({
    title: '部首字符冒充汉字',
    english: 'Radicals in place of characters',
    what: '文字里混入了康熙部首、部首补充字符（如“⼯”“⺠”“⻔”），或由它们变来的“戶”。',
    why: '从 PDF 复制会带出这些字符：看起来一样，编码不同，检索不到，统计不到，发布后可能显示成方框。',
    how: '快速修复换成对应的汉字，一行一起改，属于安全修复。',
    invalid: [
      { note: '康熙部首', text: saying('我镇依法做好政府信息公开⼯作') },
      { note: '部首补充', text: saying('我镇以⼈⺠为中心，依法做好公开工作') },
      { note: '表格里的部首', text: wholeReport({ 行政处罚: '⾏政处罚' }) },
    ],
    valid: [
      { note: '普通汉字', text: saying('我镇依法做好政府信息公开工作，以人民为中心') },
      { note: '偏旁部首用汉字来写', text: saying('我镇编印汉字部首（工、人、民）宣传页') },
      { note: '表格', text: wholeReport() },
    ],
  }),
  *check(report) {
    const { radicals: all } = scanOf(report);
    if (all.length === 0) return;
    // where the text is in traditional characters, these are right
    const isTraditional = report.text.includes('門') || report.text.includes('國');
    const radicals = isTraditional
      ? all.filter((at) => isRadical(report.text.charCodeAt(at)))
      : all;
    // one finding a line of running text, one for what lies between two such lines: a table
    for (let i = 0; i < radicals.length; ) {
      const place = placeOf(report, radicals[i] as number);
      let end = i + 1;
      while (end < radicals.length && (radicals[end] as number) < place) end++;
      yield finding(report.text, radicals.slice(i, end));
      i = end;
    }
  },
};

/** Where the line, or the table between two lines, ends. */
function placeOf({ prose, text }: Report, offset: number): number {
  const at = lineIndexAt(prose, offset);
  return at >= 0 ? (prose[at]?.span.end ?? 0) : (prose[~at]?.span.start ?? text.length);
}

function finding(text: string, offsets: readonly number[]): Finding {
  const pairs = new Map<string, string>();
  const edits = offsets.map((offset) => {
    const written = text.charAt(offset);
    const newText = ideographOf(written);
    pairs.set(written, newText);
    return { span: { start: offset, end: offset + 1 }, newText };
  });
  const shown = [...pairs].slice(0, SHOWN).map(([from, to]) => `${from}→${to}`);
  const more = pairs.size > SHOWN ? '等' : '';
  const start = offsets[0] as number;
  let end = start + 1;
  while (offsets[end - start] === end) end++;
  return {
    span: { start, end },
    message: `混入了 ${offsets.length} 个部首字符（${shown.join('，')}${more}），是从 PDF 复制带来的，应换成汉字。`,
    fixes: [{ title: `把 ${offsets.length} 个部首字符换成汉字`, safe: true, edits }],
  };
}
