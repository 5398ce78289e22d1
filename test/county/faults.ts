// The faults of a county's reports, one entry a kind: what is changed, and what must be said of it where.
import {
  CURRENT,
  named,
  rowSpec,
  TABLE_KEYS,
  type TableKey,
} from '../../server/src/form/formats.js';
import { headingOf, sectionSpec } from '../../server/src/writing/writeTable.js';
import type { Figures } from '../generate/facts.js';
import type { Random } from '../generate/random.js';
import type { CountyReport } from './countyReport.js';
import { inForm, put } from './figures.js';

/** A finding that must be in the table and in the letter, and no other. */
export interface Find {
  readonly rule: string;
  /** All of them stand in its line of the letter. */
  readonly words: readonly string[];
}

/** What must be said of a unit; nothing else may be. */
export interface Told {
  /** 情况 of its rows; `[]` where it has none of its own. */
  readonly states?: readonly string[];
  readonly finds?: readonly Find[];
  /** Cells of its row of 审核表; a word that the cell has in it. */
  readonly row?: Readonly<Record<string, string>>;
  /** Tables that the sum leaves out. */
  readonly unsummed?: readonly TableKey[];
  /** Words of 各年. */
  readonly years?: readonly string[];
  /** The reports that 相似 names beside it. */
  readonly alike?: readonly string[];
}

/** A file that was sent in. */
export interface Submission {
  readonly report: CountyReport;
  /** What its name has behind that of the unit. */
  readonly mark?: string;
  /** Hours after the others. */
  readonly hours?: number;
  /** Its bytes are no file of its kind. */
  readonly isBroken?: boolean;
}

/** What a fault is made of. */
export interface Scene {
  readonly random: Random;
  readonly report: CountyReport;
  readonly lastYear: CountyReport;
  /** A report of the same year without a fault, and whose it is. */
  readonly other: CountyReport;
}

export interface CountyFault {
  readonly id: string;
  /** What it touches: a unit has faults that touch nothing in common. */
  readonly touches: readonly string[];
  /** Changes figures, and the words with them: before what changes the written report. */
  readonly inFigures?: boolean;
  inject(scene: Scene): Told;
  /** What is sent in; the report alone unless told otherwise. */
  send?(scene: Scene): Submission[];
  /** A file beside the unit's, and its 情况. */
  readonly stray?: { readonly name: string; readonly text: string; readonly state: string };
}

const heading = (number: number) => headingOf(sectionSpec(number));
const cells = (figures: Figures, row: string) => figures[row] as Record<string, number>;
const label = (table: TableKey, row: string) => {
  const spec = rowSpec(CURRENT.id, table, row);
  return spec ? named(spec) : row;
};
const RECEIVED = label('requests', '1');

export const FAULTS: readonly CountyFault[] = [
  {
    id: 'a total that is wrong',
    touches: ['requests'],
    inject({ report, random }) {
      const total = report.row('requests', '1').figures.at(-1);
      const right = total?.value ?? 0;
      const wrong = right + random.int(5, 60);
      Object.assign(total ?? {}, { text: String(wrong), value: wrong });
      const words = [RECEIVED, `写的是 ${wrong}，应为 ${right}`];
      return {
        finds: [{ rule: 'row-total', words }],
        row: { 勾稽不一致: '2' },
        unsummed: ['requests'],
      };
    },
  },
  {
    id: 'a figure that is wrong',
    touches: ['requests'],
    inject({ report, random }) {
      const key = Object.entries(report.facts.tables.requests).find(
        ([row, { total = 0 }]) => /^3\.[1-6]/.test(row) && total > 0,
      )?.[0] as string;
      const figure = report.row('requests', key).figures.find(({ value }) => value);
      const right = figure?.value ?? 0;
      const wrong = right * 10 + random.int(3, 9);
      Object.assign(figure ?? {}, { text: String(wrong), value: wrong });
      return {
        finds: [{ rule: 'row-total', words: [label('requests', key), `${wrong}`, `${right}`] }],
        row: { 勾稽不一致: '2' },
        unsummed: ['requests'],
      };
    },
  },
  {
    id: 'what came in and what became of it',
    touches: ['requests', 'request figures'],
    inFigures: true,
    inject({ report, random }) {
      const more = random.int(2, 9);
      const received = cells(report.facts.tables.requests, '1');
      for (const column of ['natural', 'total']) received[column] = (received[column] ?? 0) + more;
      return {
        finds: ['自然人', '总计'].map((column) => ({
          rule: 'balance',
          words: [`“${column}”一列勾稽不平`],
        })),
        row: { 勾稽不一致: '2', 上年结转: '一致' },
        unsummed: ['requests'],
      };
    },
  },
  {
    id: 'not what last year left over',
    // of a row that does not add up nothing is said but that
    touches: ['request figures', 'requests'],
    inFigures: true,
    inject({ report, lastYear, random }) {
      const { requests } = report.facts.tables;
      const more = random.int(1, 2);
      // whose own came in
      const most = Object.keys(cells(requests, '1')).find(
        (column) => column !== 'total' && (cells(requests, '1')[column] ?? 0) > more,
      ) as string;
      for (const column of [most, 'total']) {
        cells(requests, '2')[column] = (cells(requests, '2')[column] ?? 0) + more;
        cells(requests, '1')[column] = (cells(requests, '1')[column] ?? 0) - more;
      }
      const now = cells(requests, '2').total;
      const then = cells(lastYear.facts.tables.requests, '4').total;
      return {
        finds: [
          {
            rule: 'carry-over',
            words: [label('requests', '2'), `“总计”本年 ${now}、上年 ${then}`],
          },
        ],
        row: { 上年结转: '不一致' },
        years: [`“${label('requests', '2')}”是 ${now}`, `是 ${then}，应当相同`],
      };
    },
  },
  {
    id: 'a total of cases that is wrong',
    touches: ['review'],
    inject({ report, random }) {
      const total = report.row('review', 'reconsideration').figures.at(-1);
      const right = total?.value ?? 0;
      const wrong = right + random.int(1, 9);
      Object.assign(total ?? {}, { text: String(wrong), value: wrong });
      return {
        finds: [{ rule: 'review-total', words: [`写的是 ${wrong}`, `各项相加是 ${right}`] }],
        row: { 勾稽不一致: '1' },
        unsummed: ['review'],
      };
    },
  },
  {
    id: 'a section that is missing',
    touches: ['section 6'],
    inject({ report: { draft } }) {
      draft.sections = draft.sections.filter(({ number }) => number !== 6);
      return {
        finds: [{ rule: 'missing-section', words: [`缺少“${heading(6)}”`] }],
        row: { 缺少的部分: heading(6) },
      };
    },
  },
  {
    id: 'a section that is missing with its table',
    touches: ['review'],
    inject({ report: { draft } }) {
      draft.sections = draft.sections.filter(({ number }) => number !== 4);
      return {
        finds: [{ rule: 'missing-section', words: [`缺少“${heading(4)}”`] }],
        row: { 缺少的部分: heading(4), 无法核对: '3' },
        unsummed: ['review'],
      };
    },
  },
  {
    id: 'a table that is missing',
    touches: ['review'],
    inject({ report: { draft } }) {
      for (const section of draft.sections)
        if (section.number === 4) {
          section.table = null;
          section.before = ['全年没有发生行政复议和行政诉讼的，具体见附件。'];
        }
      return {
        finds: [{ rule: 'missing-table', words: [heading(4)] }],
        row: { 无法核对: '3' },
        unsummed: ['review'],
      };
    },
  },
  {
    id: 'a label that is mistyped',
    touches: ['label'],
    inject({ report }) {
      report.row('requests', '3.2').words.label = '不分公开';
      return {
        finds: [{ rule: 'label', words: ['“不分公开”应为“部分公开”'] }],
      };
    },
  },
  {
    id: 'an old form',
    touches: [...TABLE_KEYS, 'request figures', 'label', 'licensing', 'rules'],
    inFigures: true,
    inject({ report }) {
      report.facts = inForm(report.facts, '2019');
      return {
        finds: [{ rule: 'outdated-template', words: ['用的是 2019 年的格式'] }],
        row: { 格式: '2019 年' },
        unsummed: TABLE_KEYS,
      };
    },
  },
  {
    id: 'a cell that is blank',
    touches: ['requests'],
    inject({ report, random }) {
      report.hasBlanks = true;
      const row = random.pick(['3.3.2', '3.3.8', '3.5.4']);
      const figure = report.row('requests', row).figures[random.int(0, 5)];
      Object.assign(figure ?? {}, { text: '', value: null });
      return {
        finds: [{ rule: 'cell-value', words: [label('requests', row), '没有填'] }],
        row: { 勾稽不一致: '0', 无法核对: '2' },
        unsummed: ['requests'],
      };
    },
  },
  {
    id: 'a figure with a word',
    touches: ['licensing'],
    inject({ report }) {
      const [figure] = report.row('disclosure', 'licensing').figures;
      Object.assign(figure ?? {}, { text: `${figure?.value}件` });
      return {
        finds: [
          { rule: 'cell-value', words: [label('disclosure', 'licensing'), `${figure?.text}`] },
        ],
      };
    },
  },
  {
    id: 'a figure in the text that is not the one in the table',
    // a figure of a table that does not add up is held against no text
    touches: ['applications told', 'request figures', 'requests'],
    inject({ report, random }) {
      const right = report.facts.tables.requests['1']?.total ?? 0;
      const wrong = right + random.int(40, 90);
      replaceIn(report.section(1), `公开申请${right}件`, `公开申请${wrong}件`);
      return {
        finds: [{ rule: 'prose-table', words: [`申请${wrong}件`, RECEIVED, `是 ${right}`] }],
      };
    },
  },
  {
    id: 'a time that is last year’s',
    touches: ['preamble'],
    inject({ report: { draft, facts } }) {
      const before = facts.year - 1;
      draft.preamble = [`本报告所列数据的统计期限自${before}年1月1日起至${before}年12月31日止。`];
      return {
        finds: [{ rule: 'year', words: [`统计期限写的是 ${before}`] }],
      };
    },
  },
  {
    id: 'the name of another organ',
    touches: ['preamble'],
    inject({ report: { draft, facts }, other }) {
      const { organization, year } = other.facts;
      draft.preamble = [`现将${organization}${year}年政府信息公开工作情况报告如下。`];
      return {
        finds: [{ rule: 'scope', words: [organization, `标题的机关是“${facts.organization}”`] }],
      };
    },
  },
  {
    id: 'rules of an organ that makes none',
    touches: ['rules'],
    inFigures: true,
    inject({ report }) {
      put(report.facts.tables.disclosure, 'rules', { issued: 1, inForce: 1 });
      return {
        finds: [{ rule: 'rulemaking', words: ['规章'] }],
        years: [],
      };
    },
  },
  {
    id: 'a passage of another unit',
    touches: ['overview'],
    inject({ report, other }) {
      // all but what came in, which is told with figures
      const [own, told] = [report.section(1), other.section(1)];
      for (const i of [1, 3, 4, 5]) own[i] = told[i] as string;
      return {
        row: { 与谁相似: other.facts.organization },
        alike: [`${other.facts.organization} ${other.facts.year} 年`],
      };
    },
  },
  {
    id: 'last year’s passages',
    touches: ['overview'],
    inject({ report, lastYear }) {
      const { organization, year } = report.facts;
      for (const number of [1, 5]) {
        const told = lastYear.section(number);
        for (const [i, paragraph] of told.entries())
          if (number === 5 || i !== 2)
            report.section(number)[i] = paragraph.replaceAll(`${year - 1}年`, `${year}年`);
      }
      return {
        finds: [1, 5].map((number) => ({
          rule: 'repeated-text',
          words: [`“${heading(number)}”`, '与上年报告相同'],
        })),
        row: { 与谁相似: `${year - 1} 年` },
        alike: [`${organization} ${year - 1} 年`],
      };
    },
  },
  {
    id: 'a jump over the years',
    touches: ['licensing'],
    inFigures: true,
    inject({ report, lastYear }) {
      const then = cells(lastYear.facts.tables.disclosure, 'licensing').decisions ?? 0;
      const now = then * 7;
      put(report.facts.tables.disclosure, 'licensing', { decisions: now });
      return { years: [`年 ${then}，`, `年 ${now}，相差很大`] };
    },
  },
  {
    id: 'sent twice',
    touches: ['sending'],
    inject: () => ({ states: ['重复报送', '重复报送'], row: { 说明: '内容相同' } }),
    send: ({ report }) => [{ report }, { report, mark: '（终稿）' }],
  },
  {
    id: 'sent twice, and changed between',
    touches: ['sending'],
    inject: () => ({
      states: ['重复报送', '重复（旧）'],
      row: { 说明: '内容不同' },
      unsummed: ['disclosure'],
    }),
    send({ report }) {
      const older = report.again();
      const { disclosure } = older.facts.tables;
      put(disclosure, 'licensing', { decisions: (disclosure.licensing?.decisions ?? 0) + 1 });
      return [
        { report, hours: 5 },
        { report: older, mark: '初稿' },
      ];
    },
  },
  {
    id: 'another year in the folder',
    touches: ['sending'],
    inject: () => ({ states: ['未报'], row: { 说明: '只有其他年度的' }, unsummed: TABLE_KEYS }),
    send: ({ lastYear }) => [{ report: lastYear }],
  },
  {
    id: 'nothing sent',
    touches: ['sending'],
    inject: () => ({ states: ['未报'], row: { 说明: '只有其他年度的' }, unsummed: TABLE_KEYS }),
    send: () => [],
  },
  {
    id: 'a file that cannot be read',
    touches: ['sending'],
    inject: () => ({ states: ['未报', '读不了'], unsummed: TABLE_KEYS }),
    send: ({ report }) => [{ report, isBroken: true }],
  },
  {
    id: 'a file that is no report',
    touches: ['stray'],
    inject: () => ({}),
    stray: {
      name: '报送年度报告的通知.txt',
      text: '关于报送年度报告的通知\n\n请各单位于一月底以前报送。\n',
      state: '不是年报',
    },
  },
];

function replaceIn(lines: string[], from: string, to: string): void {
  for (const [i, line] of lines.entries()) lines[i] = line.replace(from, to);
}
