// Tokens of the tables: what each word and figure is, and that they never meet, whatever the layout.
import '../../../test/seed.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipes } from '../../../test/generate/arbitrary.js';
import { LAYOUTS } from '../../../test/generate/layouts/index.js';
import { writeReport } from '../../../test/generate/report.js';
import { sourceOf } from '../convert/sourceOf.js';
import { parseReport } from '../reading/parse.js';
import { example } from '../rules/examples.js';
import { plainSource } from '../text/source.js';
import { semanticTokens } from './semanticTokens.js';

function tokensOf(text: string, wrong: readonly string[] = [], headings = false) {
  const source = plainSource(text);
  const spans = wrong.map((words) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  });
  return semanticTokens(parseReport(text), source, spans, { headings }).map(
    ({ line, character, length, type, modifiers }) => {
      const start = source.original.spanOf(line).start + character;
      return [text.slice(start, start + length), [type, ...modifiers].join('.')];
    },
  );
}

describe('headings', () => {
  const TEXT = [
    '青禾县云水镇2023年政府信息公开工作年度报告',
    '一、总体情况',
    '（一）主动公开情况。全年公开信息14条，其中规范性文件2件。',
    '1.公开栏',
    '我镇一、二月份没有收到申请。',
    '五、存在的主要问题及改进情况',
  ].join('\n');

  it('are told where no grammar does, up to where their sentence begins', () => {
    const told = tokensOf(TEXT, [], true).map(([words]) => words);
    expect(told).toEqual([
      '青禾县云水镇2023年政府信息公开工作年度报告',
      '一、总体情况',
      '（一）主动公开情况',
      '1.公开栏',
      '五、存在的主要问题及改进情况',
    ]);
  });

  it('are left to the grammar elsewhere', () => {
    expect(tokensOf(TEXT)).toEqual([]);
  });
});

describe('semantic tokens', () => {
  it('tell labels, groups, columns, totals and figures', () => {
    const tokens = tokensOf(
      example('requests', { '3.1': '5 1 0 0 0 0 77', '3.7': '5 1 0 0 0 0 6' }),
    );
    expect(tokens.slice(0, 5)).toEqual([
      ['申请人情况', 'formLabel.group'],
      ['自然人', 'formLabel.column'],
      ['法人或其他组织', 'formLabel.group'],
      ['总计', 'formLabel.total'],
      ['商业企业', 'formLabel.column'],
    ]);
    expect(tokens.slice(9)).toEqual([
      ['三、本年度办理结果', 'formLabel.group'],
      ['（一）予以公开', 'formLabel'],
      ...['5', '1', '0', '0', '0', '0'].map((figure) => [figure, 'figure']),
      ['77', 'figure.total'],
      ['（七）总计', 'formLabel.total'],
      ...['5', '1', '0', '0', '0', '0', '6'].map((figure) => [figure, 'figure.total']),
    ]);
  });

  it('mark wrong figures', () => {
    const text = example('requests', { '3.1': '55 1 0 0 0 0 77' });
    expect(tokensOf(text, ['77', '55']).filter(([, type]) => type?.includes('wrong'))).toEqual([
      ['55', 'figure.wrong'],
      ['77', 'figure.total.wrong'],
    ]);
  });

  it('tell the parts of table 四 as groups', () => {
    const tokens = tokensOf(example('review', { reconsideration: '0 0 0 0 0' }));
    expect(tokens).toContainEqual(['行政复议', 'formLabel.group']);
    expect(tokens).toContainEqual(['结果维持', 'formLabel.column']);
  });

  it('leave blank cells out', () => {
    const tokens = tokensOf(example('disclosure', { licensing: '_' }));
    expect(tokens.filter(([, type]) => type === 'figure')).toEqual([]);
  });

  it('are none on what is no report', () => {
    expect(tokensOf('自然人 1 总计 2')).toEqual([]);
  });
});

describe.each(LAYOUTS.map(({ id, kind }) => [id, kind] as const))('tokens in %s', (id, kind) => {
  it('are in order, on one line each, and never meet', async () => {
    await fc.assert(
      fc.asyncProperty(recipes(id), fc.constantFrom('\n', '\r\n'), async (recipe, eol) => {
        const text = writeReport(recipe).text.replaceAll('\n', eol);
        const source = await sourceOf(text, kind === 'html' ? 'html' : 'text');
        const tokens = semanticTokens(parseReport(source.text), source, []);
        expect(tokens.length).toBeGreaterThan(0);
        let last = { line: 0, end: 0 };
        for (const { line, character, length } of tokens) {
          const { start, end } = source.original.spanOf(line);
          expect(length).toBeGreaterThan(0);
          expect(character + length).toBeLessThanOrEqual(end - start);
          if (line === last.line) expect(character).toBeGreaterThanOrEqual(last.end);
          else expect(line).toBeGreaterThan(last.line);
          last = { line, end: character + length };
        }
      }),
      { numRuns: 30 },
    );
  });

  it('name every figure of a report without faults', async () => {
    const { text } = writeReport({ seed: 7, template: '2021', layout: id, variations: [] });
    const source = await sourceOf(text, kind === 'html' ? 'html' : 'text');
    const report = parseReport(source.text);
    const cells = Object.values(report.tables).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => [...cells.values()]),
    );
    const figures = semanticTokens(report, source, []).filter(({ type }) => type === 'figure');
    expect(cells.length).toBeGreaterThan(190);
    expect(figures).toHaveLength(cells.length);
  });
});
