// `convert`: from every kind that check reads to every kind that it writes, with the same facts.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nthReport } from '../generate/report.js';
import { nthWordReport } from '../office/wordReport.js';
import { folder, nianbao } from './cli.js';

const MARKDOWN = nthReport(3, 'markdown').text;
const HTML = nthReport(3, 'html').text;
const FILES = {
  'a.md': MARKDOWN,
  'a.txt': nthReport(3, 'tab').text,
  'a.html': HTML,
  'a.docx': nthWordReport(3).bytes,
};
const root = folder(FILES);

/** What `extract` says, but for the place and the name. */
function factsOf(name: string, cwd: string) {
  const facts = JSON.parse(nianbao(['extract', name], { cwd }).stdout);
  for (const section of facts.sections) delete section.line;
  return { ...facts, path: '' };
}

describe('a report', () => {
  const ways = Object.keys(FILES).flatMap((input) =>
    ['docx', 'html', 'md', 'txt'].map(
      (ending) => [input, `out-${input.replace('.', '-')}.${ending}`] as const,
    ),
  );

  it.each(ways)('%s → %s has the same facts', (input, output) => {
    expect(nianbao(['convert', input, output], { cwd: root })).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(factsOf(output, root)).toEqual(factsOf(input, root));
  });

  it('as text is what is read', () => {
    const { stdout } = nianbao(['convert', 'a.docx', '-'], { cwd: root });
    const own = folder({ 'a.txt': stdout });
    expect(factsOf('a.txt', own)).toEqual(factsOf('a.docx', root));
    expect(nianbao(['convert', 'a.txt', '-'], { cwd: own }).stdout).toBe(stdout);
  });

  it('in Markdown loses its marks as text', () => {
    const own = folder({
      'a.md':
        '# 青禾县2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n',
    });
    expect(nianbao(['convert', 'a.md', '-'], { cwd: own }).stdout).toBe(
      '青禾县2023年政府信息公开工作年度报告\n一、总体情况\n甲\t乙\n1\t2\n\n',
    );
  });

  it('is the same file each time', () => {
    const bytes = ['1.docx', '2.docx'].map((name) => {
      nianbao(['convert', 'a.md', name], { cwd: root });
      return fs.readFileSync(path.join(root, name));
    });
    expect(bytes[0]?.equals(bytes[1] as Buffer)).toBe(true);
  });

  it('comes from standard input, too', () => {
    const own = folder({});
    expect(nianbao(['convert', '-', 'a.docx'], { cwd: own, input: MARKDOWN }).status).toBe(0);
    expect(factsOf('a.docx', own)).toEqual(factsOf('a.md', root));
  });
});

it('a text that is no report is written all the same', () => {
  const own = folder({ 'a.txt': '会议纪要\n\n第一项\n' });
  for (const output of ['b.docx', 'b.html', 'b.md', 'b.txt']) {
    expect(nianbao(['convert', 'a.txt', output], { cwd: own }).status).toBe(0);
    expect(nianbao(['convert', output, '-'], { cwd: own }).stdout).toMatch(
      /^会议纪要\n+第一项\n+$/,
    );
  }
});

describe('what is not written', () => {
  it('is told: code and comments', () => {
    const own = folder({ 'a.md': `${MARKDOWN}\n<!-- 待核 -->\n` });
    expect(nianbao(['convert', 'a.md', 'a.html'], { cwd: own }).stderr).toContain(
      'a.md：1 行注释或代码',
    );
    expect(fs.readFileSync(path.join(own, 'a.html'), 'utf8')).not.toContain('待核');
  });

  it('is a kind that nobody knows, a file that is there, or one that nothing can be read of', () => {
    const own = folder({ 'a.md': MARKDOWN, 'b.docx': '旧', 'c.docx': '' });
    const convert = (...args: string[]) => nianbao(['convert', ...args], { cwd: own });
    expect(convert('a.md', 'b.pdf')).toMatchObject({ status: 2, stdout: '' });
    expect(convert('a.md', 'b.pdf').stderr).toContain('.docx、.html、.md、.txt');
    expect(convert('a.md', 'b').status).toBe(2);
    expect(convert('a.md', 'b.docx')).toMatchObject({ status: 2 });
    expect(convert('c.docx', 'd.html').status).toBe(2);
    expect(fs.readFileSync(path.join(own, 'b.docx'), 'utf8')).toBe('旧');
    expect(convert('a.md', 'b.docx', '--force').status).toBe(0);
    expect(fs.readdirSync(own).sort()).toEqual(['a.md', 'b.docx', 'c.docx']);
  });
});
