// Texts as they are while somebody writes: generated reports in all layouts, the examples and the real
// reports, with characters lost, doubled, swapped, mistaken, and marks where none belong.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { writeReport } from '../generate/report.js';
import { allReports, read } from '../support/realReports.js';
import { overview } from '../support/wording.js';

const TEXT_LAYOUTS = LAYOUTS.filter(({ kind }) => kind === 'text').map(({ id }) => id);

/** Generated reports, in the layouts of text. */
const generated: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...TEXT_LAYOUTS), recipes())
  .map(([layout, recipe]) => writeReport({ ...recipe, layout }).text);

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples');

/** The project's own reports. */
export const exampleTexts: readonly string[] = fs
  .readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:txt|md|nianbao)$/.test(name))
  .map((name) => fs.readFileSync(path.join(EXAMPLES, name), 'utf8'));

/** The real reports, where they are. */
export const realTexts: readonly string[] = allReports.map(read);

/** What fingers, input methods, PDF and Markdown put into a text. */
const INSERTS = [
  ...',.;:?!()"<>[]{}`$*_#|\\/@~^&%=',
  ...'，。、；：？！（）“”‘’《》〈〉【】〔〕…—',
  ...' \u3000\u00a0\u200b\t\n\r⼀⼯⼈⺠２３５的了一',
  ',,',
  '，，',
  '。。',
  '、、',
  '  ',
  '\n\n',
  '\r\n',
  '\n# ',
  '\n## 一.',
  '\n- ',
  '\n> ',
  '\n1. ',
  '\n一.',
  '\n（一）',
  '**',
  '```',
  '\n```\n',
  '\n~~~\n',
  '<!-- ',
  ' -->',
  '![图](',
  '](附件/目录,说明.docx)',
  '[x](http://a.gov.cn/b,c "公开,说明")',
  '\n[1]: http://a.gov.cn/公开,目录\n',
  '<a href="公开,目录">',
  '</a>',
  'http://a.gov.cn/公开,工开',
  'xx@a.gov.cn',
  '目录,1.docx',
  '$a,b$',
  '【条数】',
  '〔2021〕1号',
  '[2021]012号',
];

/** Characters that are taken for each other, by sound or by shape. */
const ALIKE = [
  '公工供功',
  '开凯',
  '部不布',
  '予于与',
  '理里',
  '办半伴',
  '复付覆',
  '议意义',
  '申审',
  '请清情',
  '未末',
  '己已',
  '政正证',
  '府付',
  '依以',
  '结节',
  '转传',
  '年粘',
  '报抱',
  '告高',
  '自目',
  '然燃',
  '人入',
  '第弟',
  '条务',
  '项顶',
  '十千',
  '二三一',
  '五六八',
];

type Change = readonly [
  kind: 'lose' | 'double' | 'swap' | 'mistake' | 'insert',
  at: number,
  how: number,
];

const change = fc.tuple(
  fc.constantFrom(
    'lose' as const,
    'double' as const,
    'swap' as const,
    'mistake' as const,
    'insert' as const,
  ),
  fc.nat(1_000_000),
  fc.nat(1_000_000),
);

const changes = fc.array(change, { maxLength: 12 });

function changed(text: string, [kind, place, how]: Change): string {
  const at = place % (text.length + 1);
  const char = text.charAt(at);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  if (kind === 'lose') return before + after;
  if (kind === 'double') return before + char + char + after;
  if (kind === 'swap') return before + after.charAt(0) + char + after.slice(1);
  if (kind === 'insert') return before + INSERTS[how % INSERTS.length] + text.slice(at);
  return mistaken(text, at, how);
}

/** The next character that is like others, mistaken for one of them. */
function mistaken(text: string, from: number, how: number): string {
  for (let i = from; i < text.length; i++) {
    const like = ALIKE.find((chars) => chars.includes(text.charAt(i)));
    if (like) return text.slice(0, i) + like.charAt(how % like.length) + text.slice(i + 1);
  }
  return text;
}

const changedBy = (text: string, all: readonly Change[]) => all.reduce(changed, text);

const whole: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: generated, weight: 4 },
  { arbitrary: fc.constantFrom(...exampleTexts), weight: 1 },
  ...(realTexts.length > 0 ? [{ arbitrary: fc.constantFrom(...realTexts), weight: 2 }] : []),
);

/** Any of these texts, changed at some places. */
export const draftTexts: fc.Arbitrary<string> = fc
  .tuple(whole, changes)
  .map(([text, all]) => changedBy(text, all));

/** Any of them, changed in one place, or as it is; and what it was. */
export const slippedTexts: fc.Arbitrary<{ text: string; unslipped: string }> = fc
  .tuple(whole, fc.array(change, { maxLength: 1 }))
  .map(([text, all]) => ({ text: changedBy(text, all), unslipped: text }));

/** What running text is made of: words, marks, and slips. */
const WORDS = [
  '我镇依法做好政府信息公开工作',
  '及时回应社会关切',
  '安排专人负责公开信息的审核',
  '组织业务培训两期',
  '主动公开信息12条',
  '利用微信公众号、网站发布',
  '政策的的办理',
  '信息工开',
];
const MARKS = ['，', '。', '、', '；', '，，', ''];

const paragraph = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS.flatMap((word) => MARKS.map((mark) => word + mark))), {
      minLength: 3,
      maxLength: 14,
    }),
    fc.integer({ min: 20, max: 50 }),
    fc.infiniteStream(fc.nat(6)),
    fc.constantFrom('', '　　'),
    fc.constantFrom('\n', '\n', '\n\n'),
  )
  .map(([words, width, ragged, indent, gap]) => {
    const lines: string[] = [];
    for (let rest = words.join(''); rest !== ''; ) {
      const length = width - (ragged.next().value ?? 0);
      lines.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    return indent + lines.join(gap);
  });

/** Reports with paragraphs as pages of PDF files leave them: cut at one width, or each at its own. */
export const cutTexts: fc.Arbitrary<string> = fc
  .tuple(fc.array(paragraph, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\n\n'))
  .map(([paragraphs, gap]) => overview(paragraphs.join(gap)));
