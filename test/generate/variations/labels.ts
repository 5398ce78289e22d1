// Labels written in other ways: spaced, narrower, numbered otherwise, misspelled.
// All of them are still the label that they were.
import { rowsIn, tablesOf, type Words, wordsIn } from '../draft.js';
import type { Random } from '../random.js';
import type { Variation } from './variation.js';

const NARROW: Record<string, string> = { '（': '(', '）': ')', '：': ':', '，': ',', '；': ';' };
const narrow = (text: string) => text.replace(/[（）：，；]/g, (mark) => NARROW[mark] as string);
const CIRCLED = '①②③④⑤⑥⑦⑧';
const BRACKETED = '⑴⑵⑶⑷⑸⑹⑺⑻';

/** Look-alikes and sound-alikes; none makes one label of the form into another. */
const SLIPS: Record<string, string> = {
  开: '升',
  请: '清',
  申: '伸',
  政: '正',
  规: '归',
  结: '接',
  密: '蜜',
  第: '弟',
  复: '夏',
  补: '朴',
  转: '传',
  诉: '述',
  版: '板',
  护: '户',
  握: '掘',
  查: '察',
};

/** Numberings like `1.`, one way for the whole report. */
function renumber(words: Words, style: string): void {
  const digit = /^(\d)\.$/.exec(words.numbering)?.[1];
  const hanzi = /^（(.)）$/.exec(words.numbering)?.[1];
  if (digit) {
    const index = Number(digit) - 1;
    if (style === 'circled') words.numbering = CIRCLED[index] as string;
    else if (style === 'bracketed') words.numbering = BRACKETED[index] as string;
    else words.numbering = style.replace('1', digit);
  } else if (hanzi && style === '1、') words.numbering = `（${hanzi}）、`;
  else if (hanzi && style === 'circled') words.numbering = `${hanzi}、`;
}

function misspell(words: Words, random: Random): void {
  const places = [...words.label].flatMap((character, index) => (SLIPS[character] ? [index] : []));
  if (words.label.length < 4 || places.length === 0) return;
  const at = random.pick(places);
  const slip = SLIPS[words.label[at] as string];
  words.label = words.label.slice(0, at) + slip + words.label.slice(at + 1);
}

export const LABEL_VARIATIONS: readonly Variation[] = [
  {
    id: 'label misspelled',
    apply(draft, random) {
      for (const table of tablesOf(draft))
        if (table.key !== 'review')
          for (const row of random.some(rowsIn(table), 2)) misspell(row.words, random);
    },
  },
  {
    id: 'old row label in new form',
    suits: (_, template) => template === '2021',
    apply(draft) {
      for (const table of tablesOf(draft))
        for (const { key, words } of rowsIn(table))
          if (key === 'normative') {
            words.label = '规范性文件';
            draft.template = 'mixed';
          }
    },
  },
  {
    id: 'numbering lost',
    excludes: ['numbering'],
    apply(draft) {
      for (const table of tablesOf(draft)) for (const words of wordsIn(table)) words.numbering = '';
    },
  },
  {
    id: 'numbering in another style',
    excludes: ['numbering'],
    apply(draft, random) {
      const style = random.pick(['1、', '1．', '(1)', '1 ', '1)', 'circled', 'bracketed']);
      for (const table of tablesOf(draft))
        for (const words of wordsIn(table)) renumber(words, style);
    },
  },
  {
    id: 'notes lost',
    excludes: ['notes'],
    apply(draft) {
      for (const table of tablesOf(draft)) {
        table.note = '';
        for (const words of wordsIn(table)) words.note = '';
      }
    },
  },
  {
    id: 'unit worded otherwise',
    excludes: ['notes'],
    apply(draft, random) {
      const note = random.pick([
        '（万元）',
        '（单位：万元，保留4位小数）',
        '（单位:万元)',
        ' 单位：万元',
      ]);
      for (const table of tablesOf(draft))
        for (const words of wordsIn(table)) if (words.note.includes('万元')) words.note = note;
    },
  },
  {
    id: 'half-width marks in labels',
    apply(draft) {
      for (const table of tablesOf(draft)) {
        table.note = narrow(table.note);
        for (const words of wordsIn(table)) {
          words.numbering = narrow(words.numbering);
          words.label = narrow(words.label);
          words.note = narrow(words.note);
        }
      }
    },
  },
  {
    id: 'full-width digits in labels',
    apply(draft) {
      const wide = (text: string) =>
        text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      for (const table of tablesOf(draft))
        for (const words of wordsIn(table)) words.numbering = wide(words.numbering);
    },
  },
  {
    id: 'other quotation marks',
    apply(draft, random) {
      const [open, close] = random.pick(['""', '””', '「」', '  ', "''"]) as unknown as string[];
      for (const table of tablesOf(draft))
        for (const words of wordsIn(table))
          words.label = words.label
            .replace('“', (open as string).trim())
            .replace('”', (close as string).trim());
    },
  },
  {
    id: 'spaces inside labels',
    excludes: ['spaces'],
    apply(draft, random) {
      const gap = random.pick([' ', ' ', '  ']);
      for (const table of tablesOf(draft))
        for (const words of random.some(wordsIn(table), 4))
          words.label = [...words.label].join(gap);
    },
  },
  {
    id: 'space after the numbering',
    excludes: ['spaces'],
    apply(draft, random) {
      const gap = random.pick([' ', '  ', '\u00a0']);
      for (const table of tablesOf(draft))
        for (const words of wordsIn(table)) if (words.numbering) words.numbering += gap;
    },
  },
];
