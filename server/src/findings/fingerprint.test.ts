// A finding is known again wherever the rest of the report goes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../reading/parse.js';
import { overview, wholeReport } from '../rules/examples.js';
import { createReportService } from '../service/index.js';
import { fingerprintsOf, type Placed } from './fingerprint.js';

const OVERVIEW = '2023年，我镇依法做好政府信息公开工作。';
const service = createReportService();

/** Rule and fingerprint of every finding, in order. */
const printsIn = (text: string) =>
  service.check(service.parse(text)).diagnostics.map((one) => `${one.rule} ${one.fingerprint}`);

/** The fingerprints of passages of a text, in the order of the text. */
function printsOf(text: string, passage: string | RegExp, at?: Placed['at']): string[] {
  const report = parseReport(text);
  const found = [...text.matchAll(new RegExp(passage, 'g'))];
  return fingerprintsOf(
    report,
    found.map(({ index, 0: words }) => ({
      rule: 'typo',
      span: { start: index, end: index + words.length },
      at,
    })),
  );
}

describe('fingerprints', () => {
  it('are section and words', () => {
    expect(printsOf(overview('我镇信息工开及时。'), '工开')).toEqual(['1:工开']);
    expect(printsOf(overview('我镇信息 工 开 及时。'), '工 开')).toEqual(['1:工开']);
  });

  it('number equal ones of a section', () => {
    const prints = printsOf(overview('信息工开，工开及时。\n\n工开。'), '工开');
    expect(prints).toEqual(['1:工开', '1:工开#2', '1:工开#3']);
  });

  it('of a mark are its neighbours, of a cell its place', () => {
    expect(printsOf(overview('我镇信息公开,及时。'), ',')).toEqual(['1:我镇信息公开^及时']);
    const at = { table: 'requests', row: '1', column: 'total' };
    expect(printsOf(overview('我镇，'), '，(?=\n)', at)).toEqual(['1:requests/1/total']);
  });

  it('tell long texts apart, and stay short', () => {
    const long = '我镇依法做好政府信息公开工作'.repeat(20);
    const prints = printsOf(overview(`${long}甲。\n\n${long}乙。`), `${long}.`);
    expect(new Set(prints).size).toBe(2);
    for (const print of prints) expect(print.length).toBeLessThan(40);
  });

  const faulty = wholeReport({
    [OVERVIEW]: '2023年，我镇依 法做好政府信息公开工作,以公开为原则，不公开为例外。（见附件',
    '行政强制\t0': '行政强制\t一',
  });
  const known = printsIn(faulty);

  it('are there at all, each once', () => {
    expect(known.length).toBeGreaterThan(3);
    expect(new Set(known).size).toBe(known.length);
  });

  it('survive lines inserted elsewhere', () => {
    const lines = faulty.split('\n');
    const blank = lines.flatMap((line, i) => (line === '' ? [i] : []));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...blank), fc.integer({ min: 1, max: 3 }))),
        (inserted) => {
          const more = lines.map((line, i) => {
            const count = inserted.filter(([at]) => at === i).reduce((sum, [, n]) => sum + n, 0);
            return line + '\n我镇召开会议。\n'.repeat(count);
          });
          expect(printsIn(more.join('\n'))).toEqual(expect.arrayContaining(known));
        },
      ),
    );
  });

  it('survive other line ends and reflow', () => {
    expect(printsIn(faulty.replaceAll('\n', '\r\n'))).toEqual(known);
    expect(printsIn(faulty.replaceAll('\n\n', '\n\n\n'))).toEqual(known);
  });

  it('of findings in one another take no longer than their number', () => {
    const work = (depth: number) => {
      let read = 0;
      const text = '《'.repeat(depth) + '》'.repeat(depth);
      const counting = {
        charCodeAt(at: number) {
          read++;
          return text.charCodeAt(at);
        },
      };
      const nested = Array.from({ length: depth }, (_, at) => ({
        rule: 'bracket',
        span: { start: at, end: 2 * depth - at },
        at: { table: 'requests' },
      }));
      fingerprintsOf({ ...parseReport(''), text: counting as unknown as string }, nested);
      return read;
    };
    expect(work(20_000)).toBeLessThan(2.5 * work(10_000));
  });
});
