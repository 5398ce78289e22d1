// Office files whose words look like marks of Markdown or HTML: written as each kind of file and read again,
// they have the same text and the same facts.
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../server/src/writing/document/document.js';
import { toText } from '../../server/src/writing/export/toText.js';
import { headingOf, sectionSpec, writeTable } from '../../server/src/writing/writeTable.js';
import { contentOf, reportOf, WAYS } from './ways.js';

const WORDS = [
  ...[
    '# 号开头',
    '## 一、之外',
    '#紧跟',
    '- 项一',
    '* 项二',
    '+ 项三',
    '> 引文',
    '1. 第一',
    '1) 第一',
  ],
  ...[
    '```',
    '围栏里',
    '```',
    '~~~',
    '- ```',
    '    缩进',
    '***',
    '---',
    '===',
    '| --- | --- |',
    '|',
    '甲|乙|丙',
  ],
  ...[
    '<b>粗</b>字',
    '<!-- 注释 -->',
    '<!-- nianbao-disable -->',
    '<table><tr><td>1</td></tr></table>',
  ],
  ...[
    '&lt;实体&amp;',
    '`码`',
    '**粗**',
    '__线__',
    '~~删~~',
    '$x$',
    '[请看](x.html)',
    'a_b_c *d* *e*',
  ],
  ...[
    'C:\\路径\\*',
    '甲\\',
    '<script>alert(1)</script>',
    '<br>',
    '甲<br>乙',
    '打印本页',
    '分享到：',
    '来源：甲报',
  ],
];
const CELLS = [
  '甲|乙',
  '<b>3',
  '`x`',
  '1*2',
  'a\\',
  '\\|',
  '｜',
  '**5**',
  '&lt;',
  '-',
  '<br>',
  '~~3~~',
];

/** A report with these words among its paragraphs, in its cells and in a table of its own. */
function withMarks(): string {
  let at = 0;
  const filled = (key: 'disclosure' | 'requests' | 'review') =>
    writeTable(key, {
      template: '2021',
      layout: 'tab',
      eol: '\n',
      fill: () => (++at % 9 === 0 ? (CELLS[(at / 9) % CELLS.length] ?? '') : String(at % 7)),
    });
  return [
    '青禾县云水镇人民政府2023年政府信息公开工作年度报告',
    headingOf(sectionSpec(1)),
    ...WORDS,
    ...CELLS.map((cell) => `${cell}\t3`),
    headingOf(sectionSpec(2)),
    filled('disclosure'),
    ...CELLS.map((cell) => `${cell}\t3`),
    headingOf(sectionSpec(3)),
    filled('requests'),
    ...WORDS.toReversed(),
    headingOf(sectionSpec(4)),
    filled('review'),
    `# ${headingOf(sectionSpec(5))}`,
    '甲。',
    headingOf(sectionSpec(6)),
    '无。',
  ].join('\n');
}

describe('the words of an office file', () => {
  const text = withMarks();
  const report = reportOf(text, 'none');
  const blocks = documentOf(report);

  it('all go into the document', () => {
    const bare = (words: string) => words.replace(/\s/g, '');
    expect(bare(toText(blocks))).toBe(bare(text));
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each(['docx', 'html', 'md'])('are the same in a file of another kind: %s', (way) => {
    const read = WAYS[way]?.(blocks);
    expect(read && contentOf(read)).toEqual(contentOf(report));
  });
});

describe('the words of a plain text', () => {
  it('are words in other files, but for code and comments', () => {
    const lines = ['- 项一', '# 号', '**粗**', '```', '代码', '```', '<!-- 注释 -->', '<b>甲</b>'];
    const kept = ['- 项一', '# 号', '**粗**', '<b>甲</b>'];
    const report = reportOf(lines.join('\n'), 'text');
    for (const way of ['docx', 'html', 'md'])
      expect(toText(documentOf(WAYS[way]?.(documentOf(report)) ?? report))).toBe(kept.join('\n'));
  });

  it('of Markdown the marks go', () => {
    const report = reportOf('- 项一\n\n# 号\n\n**粗**\n\n<b>甲</b>\n\n\\- 项', 'markdown');
    expect(toText(documentOf(report))).toBe('项一\n号\n粗\n甲\n- 项');
  });
});
