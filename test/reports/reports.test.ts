// Two whole reports of invented offices with known faults: each must be found, nothing else, and all
// that is said of them and read from them stays as it is in the files beside them.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../server/src/lexicon/lexicon.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { factsOnPaper, findingsOnPaper } from './told.js';

const HERE = import.meta.dirname;
const LEXICON = path.resolve(HERE, '../../server/src/lexicon/data/lexicon.bin');
const lexicon = loadLexicon(fs.readFileSync(LEXICON));
const service = createReportService({ lexicon: () => lexicon });

interface Known {
  /** The file without its ending; what is seen of it lies in `….snap.txt`. */
  readonly name: string;
  readonly file: string;
  readonly about: string;
  /** The faults that were put in: rule, and the words that it must stand on. */
  readonly faults: readonly (readonly [rule: string, words: string, what: string])[];
  /** Words that look like faults and are none. */
  readonly tempting: readonly string[];
  /** Figures of its tables, where they are read in spite of the faults. */
  readonly figures: readonly (readonly [path: string, value: number | null])[];
}

const KNOWN: readonly Known[] = [
  {
    name: '青禾县柳溪镇2023',
    file: '青禾县柳溪镇2023.txt',
    about: 'a town on 2023: the format of 2021, tables in tabs as from Word',
    faults: [
      [
        'citation',
        '国办公开办函〔2019〕60号',
        'the number of the notice before the one that is named',
      ],
      ['missing-topic', '一、总体情况', 'nothing is said of 责任追究'],
      ['scope', '围绕省委、省政府中心工作', 'words of the province in the report of a town'],
      ['prose-sum', '312条', '140 + 96 + 86 is more than the total'],
      ['punctuation', ',', 'a half-width comma among full-width ones'],
      ['prose-table', '9件', 'the table has 7'],
      ['typo', '信息工开属性', 'a wrong character that sounds like the right one'],
      ['residue', '[bookmark: _GoBack]', 'a bookmark of Word'],
      ['cell-value', '/', 'a slash for 0'],
      ['label', '不分公开', 'a row misspelled'],
      ['row-total', '7', 'a figure that is wrong by its row and by its column'],
      ['year', '2022', 'the plans of the year before last, copied'],
    ],
    tempting: [
      '坚持以公开为常态、不公开为例外',
      '由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况',
      '制发行政规范性文件2件，废止1件',
      '收到政府信息公开申请11件，上年结转1件，办结11件，结转下年度继续办理1件',
      '网络申请6件，信函申请3件，当面申请2件',
      '42条信息',
      '三个村的账目比规定时间晚了一个多月',
      '2024年1月18日',
    ],
    figures: [
      ['disclosure/normative/inForce', 7],
      ['disclosure/coercion/decisions', null],
      ['requests/1/total', 11],
      ['requests/3.2/natural', 1],
      ['requests/3.4.1/natural', 7],
      ['requests/4/total', 1],
      ['review/reconsideration/upheld', 1],
    ],
  },
  {
    name: '青禾县农业农村局2020',
    file: '青禾县农业农村局2020.md',
    about: 'a bureau on 2020: the format of 2019, tables in Markdown',
    faults: [
      ['radical', '⾼', 'a radical in place of a character, as from a PDF'],
      ['missing-row', '3.要求提供公开出版物', 'the row behind it is lost'],
      ['review-total', '2', 'one upheld, two in all'],
      ['document-number', '[2020]17号', 'square brackets around the year'],
    ],
    tempting: [
      '办结18件（含2019年结转的2件）',
      '网络申请9件、信函申请5件、当面申请2件',
      '涉农补贴信息331条、农产品质量安全监测信息275条等',
      '协助县人民政府办公室核实申请4件',
      '报名截止时间',
      '不分公开与否',
      '分工做好',
      '与与会股室',
      '规范性文件共15件',
      '12316热线接听咨询2390次',
      '从2021年1月起',
      '未收取任何费用',
      '-2',
      '+1',
      '128.65',
    ],
    figures: [
      ['disclosure/licensing/change', -2],
      ['disclosure/coercion/change', 1],
      ['disclosure/procurement/amount', 128.65],
      ['requests/1/business', 4],
      ['requests/3.6/total', 0],
      ['requests/3.7/total', 18],
      ['review/direct/total', 2],
    ],
  },
];

describe.each(KNOWN)('$name, $about', ({ name, file, faults, tempting, figures }) => {
  const text = fs.readFileSync(path.join(HERE, file), 'utf8');
  const report = service.parse(text);
  const { diagnostics, relations } = service.check(report);
  const facts = factsOf(report);
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

  it.each(faults)('has its fault found: %s at %s (%s)', (rule, at) => {
    expect(diagnostics.map((one) => [one.rule, words(one.span)])).toContainEqual([rule, at]);
  });

  it('has nothing else found', () => {
    const found = diagnostics.map((one) => `${one.rule}: ${words(one.span)}`);
    expect(found.toSorted()).toEqual(faults.map(([rule, at]) => `${rule}: ${at}`).toSorted());
  });

  it.each(tempting.map((passage) => [passage]))('is right in saying %s', (passage) => {
    const start = text.indexOf(passage);
    expect(start).toBeGreaterThanOrEqual(0);
    const inside = ({ span }: (typeof diagnostics)[number]) =>
      span.start < start + passage.length && span.end > start;
    expect(diagnostics.filter(inside).map(({ rule }) => rule)).toEqual([]);
  });

  it.each(figures)('has its figures read: %s is %s', (where, value) => {
    const [table, row = '', column = ''] = where.split('/');
    expect(facts.tables[table as keyof typeof facts.tables]?.[row]?.[column]).toBe(value);
  });

  it('keeps its facts where the safe fixes are applied, and loses the faults that have one', () => {
    const safe = diagnostics.filter(({ fixes }) => fixes?.[0]?.safe);
    const fixed = service.parse(
      applyEdits(
        text,
        safe.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []),
      ),
    );
    expect(factsOf(fixed).tables).toEqual(facts.tables);
    const left = service.check(fixed).diagnostics.map(({ rule }) => rule);
    expect(left).toEqual(diagnostics.filter((one) => !safe.includes(one)).map(({ rule }) => rule));
    expect(safe.length).toBeGreaterThan(0);
  });

  it('is seen as it was', async () => {
    const paper = `${factsOnPaper(report, facts, relations)}\n\n${findingsOnPaper(report, diagnostics)}\n`;
    await expect(paper).toMatchFileSnapshot(`${name}.snap.txt`);
  });
});
