import { expect, it } from 'vitest';
import { readNumbering } from './numbering.js';

const read = (text: string) => {
  const numbering = readNumbering(text, { start: 0, end: text.length });
  return numbering && [numbering.level, numbering.number, text.slice(numbering.end)];
};

it.each([
  ['一、总体情况', [1, 1, '总体情况']],
  ['三 、收到', [1, 3, '收到']],
  ['第二部分 主动公开', [1, 2, '主动公开']],
  ['（十二）其他', [2, 12, '其他']],
  ['( 一 ) 予以公开', [2, 1, '予以公开']],
  ['（一）、主动公开', [2, 1, '主动公开']],
  ['1.属于国家秘密', [3, 1, '属于国家秘密']],
  ['１．属于', [3, 1, '属于']],
  ['2）重复申请', [3, 2, '重复申请']],
  ['（3）解读', [4, 3, '解读']],
  ['⑴信访', [4, 1, '信访']],
])('reads %s', (text, expected) => expect(read(text)).toEqual(expected));

it.each([
  '一年来',
  '2021年',
  '1.5万件',
  '三安全一稳定',
  '第二十条第（一）项',
  '（见附件）',
  '12件',
])('%s has none', (text) => expect(read(text)).toBeNull());
