// Reply letters: each finding once, in the order of the report, in the form's words.
import { describe, expect, it } from 'vitest';
import { example, wholeReport, withSection } from '../rules/examples.js';
import { createReportService } from '../service/index.js';
import { letterInMarkdown, letterOf } from './letter.js';
import { letterItems } from './letterItems.js';
import { reviewedReport } from './reviewedReport.js';

const service = createReportService();

function reviewed(text: string, path = '年报.txt') {
  const report = service.parse(text);
  const { template } = report;
  return reviewedReport({ path, modified: null, report, template, ...service.check(report) });
}

/** The letter on a text, line by line. */
function letter(text: string, file = '年报.txt'): string[] {
  return linesOf(letterInMarkdown(letterOf(reviewed(text, file), file) ?? []));
}

const linesOf = (blocks: ReturnType<typeof letterInMarkdown>) =>
  blocks.map((block) => {
    if (block.kind === 'title') return `# ${block.lines.join('')}`;
    if (block.kind === 'heading') return `## ${block.text}`;
    return block.kind === 'paragraph' ? block.text : '';
  });

/** With a total that is wrong, a label misspelled, a sentence against the table, and a wrong number of a notice. */
const FAULTY = wholeReport({
  '我镇依法做好政府信息公开工作。':
    '我镇依法做好政府信息公开工作，全年收到申请9件，按照国办公开办函[2021]30号填写。',
  '（二）部分公开': '（二）不分公开',
}).replace(/(本年新收政府信息公开申请数量\t+)0((?:\t0){5}\t)0/, '$15$26');

describe('a letter', () => {
  const lines = letter(FAULTY);
  const items = lines.filter((line) => /^\d+．/.test(line));

  it('is to the unit, names its report, and thanks', () => {
    expect(lines[0]).toBe('# 关于青禾县云水镇人民政府2023年政府信息公开工作年度报告的修改意见');
    expect(lines[1]).toBe('青禾县云水镇人民政府：');
    expect(lines[2]).toContain(
      '《青禾县云水镇人民政府2023年政府信息公开工作年度报告》（年报.txt）已收到',
    );
    expect(lines.at(-1)).toContain('谢谢');
  });

  it.each([
    [4, ['一、总体情况', '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况']],
    [6, ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项']],
  ])('tells of section %i, which is missing, in its own place', (number, headings) => {
    const told = letter(withSection(number, null).replace('改进措施：', '改进措施,'));
    const places = told.flatMap((line, i) => (line.startsWith('## ') ? [i] : []));
    expect(places.map((i) => told[i]?.slice(3))).toEqual(headings);
    const [own] = places.filter((i) => told[i + 1]?.includes('缺少'));
    expect(told[own ?? 0]).toContain(`${'一二三四五六'[number - 1]}、`);
  });

  it.each([
    [{ error: 1, warning: 0, info: 0, hint: 0 }, '写在下面。请逐条改正或者核对。'],
    [{ error: 0, warning: 1, info: 1, hint: 0 }, '其余的供修改时参考。'],
    [{ error: 0, warning: 0, info: 0, hint: 1 }, '这些意见供修改时参考。'],
  ])('says what to do with what it tells: %o', (counts, words) => {
    const blocks = letterOf({ ...reviewed(FAULTY), counts }, '年报.txt') ?? [];
    expect(linesOf(blocks)[2]).toContain(words);
  });

  it('has every finding once, numbered, with its severity', () => {
    const report = service.parse(FAULTY);
    const { diagnostics } = service.check(report);
    expect(items).toHaveLength(diagnostics.length);
    for (const { message } of diagnostics)
      expect(items.filter((item) => item.includes(message))).toHaveLength(1);
    expect(items.map((item) => Number.parseInt(item, 10))).toEqual(items.map((_, i) => i + 1));
    expect(items.every((item) => /^\d+．【(?:错误|警告|信息|提示)】/.test(item))).toBe(true);
  });

  it('goes through the report section by section', () => {
    const heads = lines.filter((line) => line.startsWith('## '));
    expect(heads.slice(0, 2)).toEqual(['## 一、总体情况', '## 三、收到和处理政府信息公开申请情况']);
    expect(new Set(heads).size).toBe(heads.length);
  });

  it('names rows and columns of a table, and quotes the text', () => {
    const total = items.find((item) => item.includes('【错误】'));
    expect(total).toMatch(/“一、本年新收政府信息公开申请数量”一行“.*”一栏：/);
    expect(items.find((item) => item.includes('〔2021〕30号'))).toMatch(
      /：?“…[^“”]*国办公开办函\[2021\]30号/,
    );
    expect(items.join('')).toContain('“（二）部分公开”一行：');
    expect(items.join('')).not.toMatch(/requests|3\.7|total/);
  });

  it('says what to do, and not what was said already', () => {
    expect(items.join('')).toContain('建议：');
    expect(items.find((item) => item.includes('不分公开'))).not.toContain('建议');
  });

  it('tells how many relations hold', () => {
    expect(lines.some((line) => /勾稽关系共 42 条：\d+ 条一致，\d+ 条不一致/.test(line))).toBe(
      true,
    );
    expect(letter(wholeReport({ 未收取政府信息公开信息处理费: '一切正常' })).join()).not.toContain(
      '勾稽',
    );
  });
});

describe('items', () => {
  const items = (text: string) => {
    const report = service.parse(text);
    return letterItems(report, service.check(report).diagnostics);
  };

  it('that say the same of several places are one, with its places', () => {
    const text = wholeReport({
      '我镇依法做好政府信息公开工作。':
        '我镇坚持谁职责、谁公开，村里也是谁职责、谁公开，做得仔细。',
    });
    const [item, ...more] = items(text).filter(({ rule }) => rule === 'fixed-phrase');
    expect(more).toEqual([]);
    expect(item?.places).toHaveLength(2);
  });

  it('have no place where the section says it all', () => {
    const missing = items(wholeReport().replace(/六、其他.*$/s, ''));
    expect(missing.find(({ rule }) => rule === 'missing-section')?.places).toEqual([]);
  });

  it('of files with pages say which', () => {
    const report = service.parse(FAULTY);
    const { diagnostics } = service.check(report);
    expect(letterItems(report, diagnostics, () => 3)[0]?.places[0]).toMatch(/^第 3 页/);
  });
});

describe('there is no letter', () => {
  it('where nothing was found', () => {
    const report = service.parse(example('requests', {}));
    const reviewed = reviewedReport({
      path: 'a.txt',
      modified: null,
      report,
      template: report.template,
      diagnostics: [],
      relations: { held: 0, broken: 0, unknown: 42 },
    });
    expect(letterOf(reviewed, 'a.txt')).toBe(null);
  });
});

it('what is quoted is nothing to Markdown', () => {
  const text = wholeReport({
    '我镇依法做好政府信息公开工作。': '我镇依法做好*政府*信息公开的的工作<b>。',
  });
  expect(letter(text).join('\n')).not.toMatch(/(?<!\\)[*]|(?<!\\)<b/);
});
