// Comments that turn rules off, and comments that are no part of the report.
import { describe, expect, it } from 'vitest';
import { nthReport } from '../../../test/generate/report.js';
import { overview } from '../rules/examples.js';
import { createReportService, factsOf, type Settings } from '../service/index.js';

const OVERVIEW = '2023年，我镇依法做好政府信息公开工作。';
const FAULT = '2023年，我镇依法做好政府信息公开工作,公开及时（见附件。';
const service = createReportService();

const findingsIn = (text: string, settings?: Settings) =>
  service.check(service.parse(text), settings).diagnostics;
const rulesIn = (text: string, settings?: Settings) => [
  ...new Set(findingsIn(text, settings).map(({ rule }) => rule)),
];
const OTHERS = rulesIn(overview(OVERVIEW));
/** Rules that speak only because of the fault. */
const reported = (text: string, settings?: Settings) =>
  rulesIn(text, settings).filter((rule) => !OTHERS.includes(rule));

describe('disable-next-line', () => {
  it('is needed', () => {
    expect(reported(overview(FAULT))).toEqual(['punctuation', 'bracket']);
  });

  it.each([
    ['<!-- nianbao-disable-next-line bracket -->\n', ['punctuation']],
    ['<!--nianbao-disable-next-line bracket-->\n', ['punctuation']],
    ['<!-- nianbao-disable-next-line bracket -->\n\n', ['punctuation']],
    ['<!-- nianbao-disable-next-line bracket, punctuation -->\n', []],
    ['<!-- nianbao-disable-next-line bracket punctuation -->\n', []],
    ['<!-- nianbao-disable-next-line bracket、punctuation：原文如此 -->\n', []],
    ['<!-- nianbao-disable-next-line -->\n', []],
    [
      '<!-- nianbao-disable-next-line bracket -->\n<!-- nianbao-disable-next-line punctuation -->\n',
      [],
    ],
    ['<!--\nnianbao-disable-next-line\nbracket\n-->\n', ['punctuation']],
    ['<!-- nianbao-disable-next-line brackets -->\n', ['punctuation', 'bracket']],
    ['<!-- nianbao-disable-next-lines -->\n', ['punctuation', 'bracket']],
    ['<!-- nianbao-disable-next-line\n', ['punctuation', 'bracket']],
    ['<!-- nianbao-disable-next-line bracket -->\n公开及时。\n', ['punctuation', 'bracket']],
  ])('%j leaves %j', (comment, left) => {
    expect(reported(overview(`${comment}${FAULT}`))).toEqual(left);
    expect(reported(overview(`${comment}${FAULT}`).replaceAll('\n', '\r\n'))).toEqual(left);
  });

  it('does not count where the settings say so', () => {
    const text = overview(`<!-- nianbao-disable-next-line -->\n${FAULT}`);
    expect(reported(text, { comments: false })).toEqual(['punctuation', 'bracket']);
  });
});

describe('disable', () => {
  it.each([
    ['<!-- nianbao-disable bracket -->', ['punctuation']],
    ['<!-- nianbao-disable bracket,punctuation -->', []],
    ['<!-- nianbao-disable -->', []],
  ])('%s holds for the whole file, wherever it stands', (comment, left) => {
    expect(reported(`${comment}\n\n${overview(FAULT)}`)).toEqual(left);
    expect(reported(`${overview(FAULT)}\n${comment}\n`)).toEqual(left);
  });

  it('without a rule silences all', () => {
    expect(rulesIn(`<!-- nianbao-disable -->\n${overview(FAULT)}`)).toEqual([]);
  });
});

describe('comments', () => {
  it.each([
    '<!-- 请填写,（ 本年度  情况 -->',
    '<!--\n一、总体情况\n请填写,（ 本年度\n-->',
    '<!-- 一 --> <!-- （二,\n-->',
  ])('are no part of the report: %j', (comment) => {
    const text = overview(`${comment}\n${OVERVIEW}\n\n${comment}`);
    const plain = overview(OVERVIEW);
    const lines = (one: string) => service.parse(one).prose.length;
    expect(lines(text)).toBe(lines(plain));
    expect(rulesIn(text)).toEqual(rulesIn(plain));
    expect(service.parse(text).sections).toHaveLength(6);
  });

  it.each(['tab', 'markdown', 'pipe', 'lines'])(
    'between the lines of a table leave it whole: %s',
    (layout) => {
      const { text } = nthReport(3, layout);
      const lines = text.replace(/^\ufeff/, '').split('\n');
      const plain = lines.join('\n');
      const commented = lines.join('\n<!-- 自查, 1 件 -->\n');
      const known = (one: string) => [
        factsOf(service.parse(one)).tables,
        findingsIn(one).map(({ rule, fingerprint }) => `${rule} ${fingerprint}`),
      ];
      expect(known(commented)).toEqual(known(plain));
    },
  );
});
