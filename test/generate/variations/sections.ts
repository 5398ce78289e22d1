// Titles and headings: reworded, renumbered, moved, lost; text where none belongs.
// The six sections must be found all the same.
import { SECTIONS, type SectionNumber, TITLE_WORDS } from '../../../server/src/form/formats.js';
import type { Draft } from '../draft.js';
import { LEAD_INS, OWN_HEADINGS_PROBLEMS, OWN_HEADINGS_WORK } from '../prose.js';
import type { Variation } from './variation.js';

const REWORDED: Record<SectionNumber, readonly string[]> = {
  1: ['总体工作情况', '基本情况', '概述'],
  2: ['行政机关主动公开政府信息情况', '主动公开情况', '政府信息主动公开情况'],
  3: ['收到和处理政府信息公开申请的情况', '政府信息公开申请办理情况', '依申请公开政府信息办理情况'],
  4: [
    '行政复议、行政诉讼情况',
    '政府信息公开行政复议和行政诉讼情况',
    '因政府信息公开被申请行政复议、提起行政诉讼情况',
  ],
  5: ['存在的主要问题及改进措施情况', '存在问题和改进措施', '存在的不足及下一步打算'],
  6: ['其他需要报告的情况', '需要报告的其他事项', '其它需要报告的事项'],
};

const section = (draft: Draft, number: SectionNumber) =>
  draft.sections.find((candidate) => candidate.number === number);

const NUMBERINGS: readonly ((numeral: string, digit: number) => string)[] = [
  (numeral) => `${numeral}.`,
  (numeral) => `${numeral}．`,
  (numeral) => `${numeral} 、`,
  (numeral) => `${numeral}、 `,
  (numeral) => `（${numeral}）`,
  (numeral) => `第${numeral}部分 `,
  (_, digit) => `${digit}.`,
  (_, digit) => `${digit}、`,
  () => '',
];

export const SECTION_VARIATIONS: readonly Variation[] = [
  {
    id: 'headings reworded',
    // （二）主动公开情况 could be a topic of section 一 as well, and so could a heading out of place.
    excludes: ['headings', 'order'],
    apply(draft, random) {
      for (const part of random.some(draft.sections, random.int(1, 3)))
        part.title = random.pick(REWORDED[part.number]);
    },
  },
  {
    id: 'headings numbered otherwise',
    excludes: ['headings'],
    apply(draft, random) {
      const numbering = random.pick(NUMBERINGS);
      for (const part of draft.sections)
        part.numbering = numbering(SECTIONS[part.number - 1]?.numeral ?? '', part.number);
    },
  },
  {
    id: 'sections in another order',
    excludes: ['order'],
    apply(draft, random) {
      const at = random.int(0, draft.sections.length - 2);
      const [a, b] = draft.sections.splice(at, 2);
      if (!a || !b) return;
      if (random.chance(0.5)) [a.numbering, b.numbering] = [b.numbering, a.numbering];
      draft.sections.splice(at, 0, b, a);
    },
  },
  {
    id: 'section missing',
    apply(draft, random) {
      draft.sections.splice(random.int(0, draft.sections.length - 1), 1);
    },
  },
  {
    id: 'headings of its own inside sections',
    apply(draft, random) {
      section(draft, 1)?.before.splice(1, 0, ...OWN_HEADINGS_WORK);
      const problems = section(draft, 5);
      if (problems) problems.before = [...random.pick(OWN_HEADINGS_PROBLEMS)];
    },
  },
  {
    id: 'text between heading and table',
    apply(draft, random) {
      for (const part of draft.sections)
        if (part.table && random.chance(0.6)) part.before.push(random.pick(LEAD_INS));
    },
  },
  {
    id: 'text after the table',
    apply(draft, random) {
      for (const part of draft.sections)
        if (part.table && random.chance(0.6))
          part.after.push('注：表中数据截至年底，由办公室汇总。');
    },
  },
  {
    id: 'Markdown headings',
    suits: (layout) => layout.kind !== 'html',
    apply(draft, random) {
      draft.titleMark = random.pick(['# ', '']);
      const marks = random.pick([
        ['## ', ''],
        ['### ', ''],
        ['**', '**'],
      ] as const);
      for (const part of draft.sections) part.marks = marks;
    },
  },
  {
    id: 'title with spaces',
    excludes: ['title'],
    apply(draft) {
      const { organization, year } = draft.facts;
      draft.title = [`${organization} ${year} 年政府信息 公开工作年度报告`];
    },
  },
  {
    id: 'title over two lines',
    excludes: ['title'],
    apply(draft) {
      const { organization, year } = draft.facts;
      draft.title = [organization, `${year}年${TITLE_WORDS}`];
    },
  },
  {
    id: 'title worded shorter',
    excludes: ['title'],
    apply(draft) {
      const { organization, year } = draft.facts;
      draft.title = [`${organization}${year}年度政府信息公开年度报告`];
    },
  },
  {
    id: 'title without organ and year',
    excludes: ['title'],
    apply(draft) {
      draft.title = [TITLE_WORDS];
      draft.organization = null;
    },
  },
  {
    id: 'no title',
    excludes: ['title'],
    apply(draft) {
      draft.title = [];
      draft.organization = null;
    },
  },
];
