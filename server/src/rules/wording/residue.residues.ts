// The kinds of left-overs, each by the pattern that begins at a telling character.
import { KEPT, promptAt } from '../../form/prompts.js';
import type { Span } from '../../text/span.js';

export interface Residue {
  readonly span: Span;
  /** What it is called in messages. */
  readonly kind: string;
  /** True where something has to be written in its place. */
  readonly fill?: boolean;
  /** What to do about it, where that is more than taking it away. */
  readonly advice?: string;
}

interface ResiduePattern {
  readonly pattern: RegExp;
  readonly kind: string;
  readonly fill?: boolean;
}

/** Told once a document: where there is one there are many. */
export const CODE = '网页代码';
const FIELD = 'Word 域代码';
/** What tells the writer how to fill in a form. */
export const FORM = '填写说明';
const GAP = '占位';

/** By the character that the scan stops at; patterns are tried at that very place. */
const PATTERNS: Readonly<Record<string, readonly ResiduePattern[]>> = {
  '[': [
    { pattern: /\[bookmark:[^[\]\n]*\]/y, kind: 'Word 书签' },
    { pattern: /\[(?:批注|修订|评论)[^\]\n]{0,12}\]/y, kind: 'Word 批注' },
    {
      pattern: /\[(?:请|此处|在此)?(?:填写|填入|填报|输入|单位名称|机关名称)[^[\]\n]*\]/y,
      kind: FORM,
    },
  ],
  '{': [
    {
      pattern: /\{\s*(?:PAGE|TOC|NUMPAGES|HYPERLINK|REF|SEQ|DATE|EMBED)(?:[^\w{}\n][^{}\n]*)?\}/y,
      kind: FIELD,
    },
  ],
  E: [
    { pattern: /Error! (?:Reference source|Bookmark)[^。\n!]*?(?:found|defined)\.?/y, kind: FIELD },
    { pattern: /EMBED\s+[\w.]+(?:\s+\\\*\s*MERGEFORMAT)?/y, kind: FIELD },
  ],
  H: [{ pattern: /HYPERLINK\s+(?:\\l\s+)?["“”][^"“”\n]*["“”]/y, kind: FIELD }],
  P: [
    // the page of a book that is turned in the browser: Page 9 - 2020年报
    {
      pattern: /(?<![^\s])(?:Page ?\d{1,4}(?: [-–—] [^\n]{0,40})?|P\. ?\d{1,4})(?![^\r\n])/y,
      kind: '页码',
    },
    { pattern: /PAGE(?:REF\s+_Toc\d+(?:\s+\\h)?|\s+\\\*\s*MERGEFORMAT)/y, kind: FIELD },
  ],
  '&': [
    {
      pattern:
        /&(?:nbsp|lt|gt|amp|quot|apos|[lr][ds]quo|mdash|middot|hellip|ensp|emsp|#x?[\da-f]+);/iy,
      kind: CODE,
    },
  ],
  '<': [
    {
      // what Markdown allows, tables and emphasis, is left alone
      pattern: /<\/?(?:o:p|st1:\w+|span|font)(?:\s[^<>\n]*)?\/?>/iy,
      kind: CODE,
    },
  ],
  错: [
    {
      pattern:
        /错误[!！]\s?(?:未找到引用源|未定义书签|不能通过编辑域代码创建对象|超链接引用无效|文档中没有指定样式的文字)[。.]?/y,
      kind: FIELD,
    },
  ],
  批: [{ pattern: /批注\s?\[[^\]\n]{1,8}\][：:]?/y, kind: 'Word 批注' }],
  X: [{ pattern: /X{2,}/y, kind: GAP, fill: true }],
  x: [{ pattern: /x{2,}/y, kind: GAP, fill: true }],
  '×': [{ pattern: /×{2,}/y, kind: GAP, fill: true }],
  '□': [{ pattern: /□+/y, kind: '方框', fill: true }],
  '○': [{ pattern: /○{2,}/y, kind: GAP, fill: true }],
  _: [{ pattern: /_{3,}/y, kind: '空格线', fill: true }],
  '＿': [{ pattern: /＿{2,}/y, kind: '空格线', fill: true }],
};

/** An instruction in brackets, from its opening bracket: （请填写…） 【此处填写…】 （单位名称）. */
const INSTRUCTION =
  /[（(【［](?:(?:请|此处|在此|由[^（）\n]{1,8}|根据[^（）\n]{1,12}|按[^（）\n]{1,10})(?:如实|据实)?填(?:写|入|报)|(?:如实|据实)?填(?:写|入)|填(?:报|表)说明|请(?:注明|说明|列明|补充|简述|概述|插入)|[如若]无[，,]?(?:请|则|可)?(?:填|写)|(?:单位|机关|部门)(?:名称|全称)(?=[）)】］]))[^（）()【】［］\n]{0,60}[）)】］]/y;
/** What it may begin with: most brackets are passed over by a glance. */
const FIRST_WORDS = '请此在由根按填如若单机部据';

/** The left-over that begins at an offset. */
export function residueAt(text: string, line: Span, offset: number): Residue | null {
  const char = text.charAt(offset);
  for (const { pattern, kind, fill } of PATTERNS[char] ?? []) {
    pattern.lastIndex = offset;
    const [written] = pattern.exec(text) ?? [];
    if (written === undefined) continue;
    const span = { start: offset, end: Math.min(line.end, offset + written.length) };
    if (fill && !isGap(text, line, span)) return null;
    return fill ? { span, kind, fill } : { span, kind };
  }
  return null;
}

/** Whether signs that hold a place do so here: XX县, 20XX年 are; WXX, 二○○八, ***, 1×2 are not. */
function isGap(text: string, line: Span, { start, end }: Span): boolean {
  const before = start > line.start ? text.charAt(start - 1) : '';
  const after = end < line.end ? text.charAt(end) : '';
  const sign = text.charAt(start);
  if (sign === '○') return !NUMERAL.test(before) && !NUMERAL.test(after);
  if (sign === 'X' || sign === 'x')
    return !/[A-Za-z_\-./]/.test(before + after) && (!/\d/.test(before) || /^[年号]/.test(after));
  if (sign === '_') return !/[A-Za-z]/.test(before + after);
  // a tick box in a sentence is left from a form
  return true;
}

const NUMERAL = /[一二三四五六七八九十〇]/;

/** The prompt, or the mark of a paragraph of last year's, that begins at an offset. */
export function promptFound(text: string, offset: number): Residue | null {
  const span = promptAt(text, offset);
  if (!span) return null;
  return text.startsWith(KEPT, offset)
    ? { span, kind: '标记', advice: '改写这一段后应删除' }
    : { span, kind: '填写提示', fill: true };
}

/** The filling instruction that an opening bracket begins. */
export function instructionAt(text: string, line: Span, offset: number): Residue | null {
  const prompt = promptFound(text, offset);
  if (prompt) return prompt;
  if (!FIRST_WORDS.includes(text.charAt(offset + 1))) return null;
  INSTRUCTION.lastIndex = offset;
  const [written] = INSTRUCTION.exec(text) ?? [];
  if (written === undefined || offset + written.length > line.end) return null;
  const span = { start: offset, end: offset + written.length };
  // （单位名称）2023年: the name has to stand there
  return NAME.test(written) ? { span, kind: GAP, fill: true } : { span, kind: '填写说明' };
}

const NAME = /^.(?:单位|机关|部门)(?:名称|全称).$/;
