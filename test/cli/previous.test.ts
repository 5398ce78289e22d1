// Last year's reports on the command line: named by `--previous`, or among the files of a run.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORRECT, OTHER_YEAR_BEFORE, swap, YEAR_BEFORE } from '../lsp/texts.js';
import { describeReal, read, realReports } from '../support/realReports.js';
import { checkJson, folder, nianbao, type RunOptions } from './cli.js';

const LINE = OTHER_YEAR_BEFORE.split('\n').findIndex((line) => line.startsWith('四、结转'));

const carryOver = (args: readonly string[], options?: RunOptions) => {
  const { files, ...run } = checkJson(args, options);
  const found = files.flatMap(({ path, findings }) =>
    findings.filter(({ rule }) => rule === 'carry-over').map((finding) => ({ path, finding })),
  );
  return { ...run, found };
};

describe('--previous', () => {
  it('compares with the report in a file, and says where in it', () => {
    const cwd = folder({ 'a.txt': CORRECT, '往年.txt': OTHER_YEAR_BEFORE });
    const { found } = carryOver(['--previous', '往年.txt', 'a.txt'], { cwd });
    expect(found).toHaveLength(1);
    expect(found[0]?.finding.message).toContain('“自然人”本年 1、上年 3，“总计”本年 1、上年 3');
    const line = OTHER_YEAR_BEFORE.split('\n')[LINE] as string;
    const places = [line.indexOf('3'), line.lastIndexOf('3')];
    expect(found[0]?.finding.related).toEqual(
      places.map((character) => ({
        message: expect.stringContaining('3'),
        path: '往年.txt',
        range: {
          start: { line: LINE, character },
          end: { line: LINE, character: character + 1 },
        },
      })),
    );
  });

  it('finds the report in a folder by organ and year, whatever the files are called', () => {
    const root = folder({
      'a.txt': CORRECT,
      '往年/1.txt': OTHER_YEAR_BEFORE.replaceAll('云水镇', '石桥镇'),
      '往年/2.txt': OTHER_YEAR_BEFORE.replaceAll('2020', '2019'),
      '往年/深处/3.md': OTHER_YEAR_BEFORE,
    });
    const args = ['--previous', path.join(root, '往年'), path.join(root, 'a.txt')];
    const { found, stderr } = carryOver(args);
    expect(found).toHaveLength(1);
    expect(found[0]?.finding.related[0]).toMatchObject({ path: `${root}/往年/深处/3.md` });
    expect(stderr).toBe('');
  });

  it('holds for standard input too', () => {
    const cwd = folder({ '往年.txt': OTHER_YEAR_BEFORE });
    const text = carryOver(['--previous', '往年.txt', '-'], { cwd, input: CORRECT });
    expect(text.found).toHaveLength(1);
    const line = JSON.stringify({ path: 'x.txt', text: CORRECT });
    const args = ['--previous', '往年.txt', '--stdin-format', 'jsonl', '-'];
    expect(carryOver(args, { cwd, input: line }).found).toHaveLength(1);
  });

  it('reads HTML, and places are those of the file', () => {
    const rows = OTHER_YEAR_BEFORE.split('\n').map((line) =>
      line.includes('|')
        ? `<tr>${line.replace(/^|\|/g, '<td>')}</tr>`
        : line.trim() === ''
          ? ''
          : `</table><p>${line}</p><table>`,
    );
    const html = `<html><body><table>\n${rows.join('\n')}\n</table></body></html>`;
    const cwd = folder({ 'a.txt': CORRECT, '往年.html': html });
    const { found } = carryOver(['--previous', '往年.html', 'a.txt'], { cwd });
    const line = html.split('\n').findIndex((text) => text.includes('四、结转'));
    expect(found[0]?.finding.related[0]).toMatchObject({ range: { start: { line } } });
  });

  it('says so if there is nothing to compare with', () => {
    const cwd = folder({ 'a.txt': CORRECT, 'b.txt': CORRECT });
    const { stderr, status } = nianbao(['check', '--previous', 'b.txt', 'a.txt'], { cwd });
    expect(stderr).toContain('没有找到同一机关上一年度的报告');
    expect(status).toBe(0);
  });

  it('that is not there is wrong usage; that cannot be read is told', () => {
    const cwd = folder({ 'a.txt': CORRECT, 'bad.txt': new Uint8Array([0, 1, 2, 0xff]) });
    expect(nianbao(['check', '--previous', 'no.txt', 'a.txt'], { cwd }).status).toBe(2);
    const { status, stderr, stdout } = nianbao(['check', '--previous', 'bad.txt', 'a.txt'], {
      cwd,
    });
    expect(status).toBe(2);
    expect(stderr).toContain('bad.txt：');
    expect(stdout).toContain('1 份报告');
  });
});

describe('the files of a run', () => {
  it('match among themselves, in any order', () => {
    const cwd = folder({ 'b/今年.txt': CORRECT, 'a/去年.txt': OTHER_YEAR_BEFORE });
    for (const args of [['.'], ['b/今年.txt', 'a/去年.txt'], ['a/去年.txt', 'b/今年.txt']]) {
      const { found } = carryOver(args, { cwd });
      expect(found.map(({ path }) => path)).toEqual(['b/今年.txt']);
      expect(found[0]?.finding.related[0]).toMatchObject({ path: 'a/去年.txt' });
    }
    expect(carryOver(['b/今年.txt'], { cwd }).found).toEqual([]);
  });

  it('that agree give nothing to tell', () => {
    const cwd = folder({ '2021.txt': CORRECT, '2020.txt': YEAR_BEFORE });
    expect(carryOver(['.'], { cwd }).found).toEqual([]);
  });

  it('take the nearest where there are two', () => {
    const cwd = folder({
      '甲/今年.txt': CORRECT,
      '甲/去年.txt': YEAR_BEFORE,
      '乙/去年.txt': OTHER_YEAR_BEFORE,
    });
    expect(carryOver(['.'], { cwd }).found).toEqual([]);
  });

  it('are none where two as near say different figures, and one where they say the same', () => {
    const two = (then: string, also: string) =>
      carryOver(['.'], {
        cwd: folder({ '今年.txt': CORRECT, '去年甲.txt': then, '去年乙.txt': also }),
      });
    expect(two(YEAR_BEFORE, OTHER_YEAR_BEFORE).found).toEqual([]);
    expect(two(OTHER_YEAR_BEFORE, YEAR_BEFORE).found).toEqual([]);
    expect(two(OTHER_YEAR_BEFORE, OTHER_YEAR_BEFORE).found).toHaveLength(1);
  });

  it.each(['去年 - 副本.txt', '去年(1).txt', '去年.bak.txt', '旧/去年初稿.txt'])(
    'are drafts last of all: %s',
    (name) => {
      const files = { '今年.txt': CORRECT, [name]: OTHER_YEAR_BEFORE };
      const right = { ...files, '去年.txt': YEAR_BEFORE };
      expect(carryOver(['.'], { cwd: folder(right) }).found).toEqual([]);
      const wrong = { ...files, [name]: YEAR_BEFORE, '去年.txt': OTHER_YEAR_BEFORE };
      expect(carryOver(['.'], { cwd: folder(wrong) }).found).toHaveLength(1);
      expect(carryOver(['.'], { cwd: folder(files) }).found).toHaveLength(1);
    },
  );

  it('yield to what --previous names', () => {
    const cwd = folder({ '2021.txt': CORRECT, '2020.txt': YEAR_BEFORE });
    const named = path.join(folder({ 'x.txt': OTHER_YEAR_BEFORE }), 'x.txt');
    expect(carryOver(['--previous', named, '.'], { cwd }).found).toHaveLength(1);
  });

  it('are told apart by title first, by file name second', () => {
    const [title = ''] = YEAR_BEFORE.split('\n');
    const untitled = swap(OTHER_YEAR_BEFORE, `${title}\n`, '年度报告\n');
    const cwd = folder({ '2021.txt': CORRECT, [`${title}.txt`]: untitled });
    expect(carryOver(['.'], { cwd }).found).toHaveLength(1);
    // its title says another organ than its name
    const other = folder({
      '2021.txt': CORRECT,
      [`${title}.txt`]: OTHER_YEAR_BEFORE.replaceAll('云水镇', '石桥镇'),
    });
    expect(carryOver(['.'], { cwd: other }).found).toEqual([]);
  });
});

describeReal('a real pair', () => {
  const files = realReports.filter((name) => /^0[12]-.*full-tab/.test(name));

  it('agrees; once changed it does not', () => {
    const texts = files.map(read);
    const [then = '', now = ''] = texts;
    expect(carryOver(['.'], { cwd: folder({ '1.txt': then, '2.txt': now }) }).found).toEqual([]);
    // two more came in last year, and two more were carried out
    const more = (text: string, label: string) =>
      text.replace(
        new RegExp(`(${label}\\t+)(\\d+)((?:\\t\\d+){5}\\t)(\\d+)`),
        (_, head, natural, rest, total) => `${head}${+natural + 2}${rest}${+total + 2}`,
      );
    const changed = more(more(then, '本年新收政府信息公开申请数量'), '结转下年度继续办理');
    const { found } = carryOver(['.'], { cwd: folder({ '1.txt': changed, '2.txt': now }) });
    expect(found[0]?.finding.message).toMatch(/“自然人”本年 (\d+)、上年 \d+，“总计”本年/);
    expect(found[0]?.finding.related).toMatchObject([{ path: '1.txt' }, { path: '1.txt' }]);
  });
});
