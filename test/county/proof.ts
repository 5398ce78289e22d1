// Holds what `review` and `sum` have made of a county against what is known of it: each difference is a line.
import fs from 'node:fs';
import path from 'node:path';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { SEVERITIES, SEVERITY_WORDS } from '../../server/src/findings/severity.js';
import {
  formCells,
  TABLE_KEYS,
  type TableKey,
  tableOf,
  templateOfYear,
} from '../../server/src/form/formats.js';
import type { TableFacts } from '../../server/src/report/facts.js';
import { RULES } from '../../server/src/rules/index.js';
import { type CountyUnit, YEAR } from './county.js';
import type { Find } from './faults.js';
import { type Row, sheetsIn } from './workbook.js';

/** What is wrong; nothing if all is as it should be. */
export type Differences = string[];

/** The tables and letters of a review. */
export function reviewDifferences(units: readonly CountyUnit[], results: string): Differences {
  const sheets = sheetsIn(new Uint8Array(fs.readFileSync(path.join(results, '审核表.xlsx'))));
  const letters = lettersIn(path.join(results, '修改意见'));
  const found = new Found(units, sheets, letters);
  const strays = units.flatMap(({ faults }) => faults.flatMap(({ stray }) => stray?.state ?? []));
  return [...units.flatMap((unit) => found.of(unit)), ...found.noMore(strays)];
}

/** By the name of the file without its ending: the text of the letter, of Markdown and of Word. */
function lettersIn(folder: string): Map<string, { md: string; word: string }> {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return new Map(
    names
      .filter((name) => name.endsWith('.md'))
      .map((name) => {
        const stem = path.join(folder, name.replace(/\.md$/, ''));
        const word = readDocx(new Uint8Array(fs.readFileSync(`${stem}.docx`))).text;
        return [path.basename(stem), { md: fs.readFileSync(`${stem}.md`, 'utf8'), word }];
      }),
  );
}

class Found {
  readonly #reports: Row[];
  readonly #findings: Row[];
  readonly #copies: Row[];
  readonly #years: Row[];
  readonly #seen = new Set<Row | string>();

  /** Who has copied from a report. */
  readonly #copiedBy = new Map<string, string[]>();

  constructor(
    units: readonly CountyUnit[],
    sheets: ReadonlyMap<string, Row[]>,
    private readonly letters: ReturnType<typeof lettersIn>,
  ) {
    for (const { organ, told } of units)
      for (const other of told.alike ?? [])
        this.#copiedBy.set(other, [...(this.#copiedBy.get(other) ?? []), `${organ} ${YEAR} 年`]);
    const of = (name: string) => sheets.get(name) ?? [];
    this.#reports = of('审核表');
    this.#findings = of('问题');
    this.#copies = of('相似');
    this.#years = of('各年');
  }

  of(unit: CountyUnit): Differences {
    const told = [
      ...this.#row(unit),
      ...this.#listed(unit),
      ...this.#letter(unit),
      ...this.#alike(unit),
      ...this.#overYears(unit),
    ];
    const name = `${unit.organ}（${unit.faults.map(({ id }) => id).join(' + ') || 'clean'}）`;
    return told.map((line) => `${name}: ${line}`);
  }

  /** 审核表. */
  #row({ organ, told, sent }: CountyUnit): Differences {
    const own = this.#reports.filter(
      (row) => row.情况 !== '其他年度' && isOf(row, organ) && row.情况 !== '不是年报',
    );
    for (const row of own) this.#seen.add(row);
    const states = own.map((row) => row.情况).sort();
    const wanted = (told.states ?? []).toSorted();
    const others = this.#reports.filter((row) => row.情况 === '其他年度' && row.单位 === organ);
    for (const row of others) this.#seen.add(row);
    const earlier = [...sent].flatMap(([year, all]) =>
      all.filter(({ report }) => year !== YEAR || report.facts.year !== YEAR),
    ).length;
    const row = own.find(({ 情况 }) => 情况 === told.states?.[0]);
    const wantedCells =
      row && row.年度 !== '' ? { ...CLEAN, ...countsOf(told.finds ?? []), ...told.row } : told.row;
    return [
      ...(states.join() === wanted.join() ? [] : [`${states.join()} instead of ${wanted.join()}`]),
      ...(others.length === earlier ? [] : [`${others.length} of other years, not ${earlier}`]),
      ...Object.entries(wantedCells ?? {}).flatMap(([head, words]) => {
        const cell = row?.[head] ?? '';
        const isRight = /^\d*$/.test(words) ? cell === words : cell.includes(words);
        return isRight ? [] : [`${head} is ${cell}, not ${words}`];
      }),
    ];
  }

  /** 问题: each finding once, and none besides. */
  #listed({ organ, told }: CountyUnit): Differences {
    const rows = this.#findings.filter((row) => row.单位 === organ);
    for (const row of rows) this.#seen.add(row);
    const line = (row: Row) => [row.位置, row.问题, row.建议].join(' ');
    const left = new Set(rows);
    const lost = (told.finds ?? []).filter(({ rule, words }) => {
      const found = [...left].find(
        (row) => row.规则 === rule && words.every((word) => line(row).includes(word)),
      );
      if (found) left.delete(found);
      return !found;
    });
    return [
      ...lost.map(({ rule, words }) => `问题 has no ${rule} with ${words.join(' ')}`),
      ...[...left].map(
        (row) => `问题 has besides ${row.规则}【${row.级别}】${line(row)} (${row.文件})`,
      ),
    ];
  }

  /** The letter: there if there is anything to say, once as Markdown and once as a Word file. */
  #letter({ organ, told }: CountyUnit): Differences {
    const finds = told.finds ?? [];
    const own = [...this.letters].filter(([name]) => name.replace(/-\d$/, '') === organ);
    for (const [name] of own) this.#seen.add(name);
    if (own.length !== (finds.length > 0 ? 1 : 0)) return [`${own.length} letters`];
    return own.flatMap(([, { md, word }]) => {
      const plain = { md: md.replaceAll('\\', ''), word };
      return Object.entries(plain).flatMap(([kind, text]) => {
        const items = text.split('\n').filter((line) => /^\s*\d+．【/.test(line));
        const lost = finds.filter(
          ({ words }) => !items.some((item) => words.every((one) => item.includes(one))),
        );
        return [
          ...lost.map(({ words }) => `the letter (${kind}) does not say ${words.join(' ')}`),
          ...(items.length === finds.length ? [] : [`the letter (${kind}) says ${items.length}`]),
          ...(text.includes(`${organ}：`) ? [] : [`the letter (${kind}) is not for it`]),
        ];
      });
    });
  }

  /** 相似: with whom it should be, and with nobody else. */
  #alike({ organ, told }: CountyUnit): Differences {
    const own = `${organ} ${YEAR} 年`;
    const others = new Set<string>();
    for (const row of this.#copies) {
      const [one = '', other = ''] = [row.报告, row.相似的报告];
      if (one === own) others.add(other);
      else if (other === own) others.add(one);
    }
    const wanted = new Set([...(told.alike ?? []), ...(this.#copiedBy.get(own) ?? [])]);
    return [...others].sort().join() === [...wanted].sort().join()
      ? []
      : [`相似 is ${[...others].join()}, not ${[...wanted].join()}`];
  }

  /** 各年: what is worth asking, and nothing else. */
  #overYears({ organ, told }: CountyUnit): Differences {
    const asked = this.#years.filter((row) => row.单位 === organ && row.值得问一问);
    const wanted = told.years ?? [];
    const all = asked.map((row) => row.值得问一问 ?? '').join(' ');
    const lost = wanted.filter((words) => !all.includes(words));
    return [
      ...lost.map((words) => `各年 does not ask ${words}: ${all}`),
      ...(wanted.length === 0 && all !== '' ? [`各年 asks ${all}`] : []),
    ];
  }

  /** Nothing is told that nobody was looked for. */
  noMore(strays: readonly string[]): Differences {
    const unknown = this.#reports.filter((row) => !this.#seen.has(row)).map((row) => row.情况);
    return [
      ...(unknown.sort().join() === strays.toSorted().join()
        ? []
        : [`other files: ${unknown.join()}, not ${strays.join()}`]),
      ...this.#findings.filter((row) => !this.#seen.has(row)).map((row) => `whose is ${row.问题}`),
      ...[...this.letters.keys()]
        .filter((name) => !this.#seen.has(name))
        .map((name) => `whose letter is ${name}`),
    ];
  }
}

/** What the row of a report says that has no fault. */
const CLEAN = {
  格式: '2021 年',
  勾稽不一致: '0',
  无法核对: '0',
  上年结转: '一致',
  缺少的部分: '',
};

/** How many findings there are of each severity. */
function countsOf(finds: readonly Find[]): Record<string, string> {
  const severities = finds.map(({ rule }) => RULES.find(({ id }) => id === rule)?.severity);
  return Object.fromEntries(
    SEVERITIES.map((severity) => [
      SEVERITY_WORDS[severity],
      String(severities.filter((one) => one === severity).length),
    ]),
  );
}

/** A row of a report by its organ, of a unit or a file by its name. */
function isOf(row: Row, organ: string): boolean {
  const file = row.文件?.replace(/^.*[\\/]/, '') ?? '';
  const named = row.单位 === '' ? file.startsWith(organ) : organ.endsWith(row.单位 ?? '');
  return row.单位 === organ || named;
}

/** What `sum --format json` says. */
export interface SummedCounty {
  readonly tables: TableFacts;
  readonly units: readonly {
    readonly organization: string;
    readonly tables: TableFacts;
    readonly leftOut: readonly { readonly table: TableKey; readonly reason: string }[];
  }[];
}

/** Each unit's figures, and all together. */
export function sumDifferences(units: readonly CountyUnit[], sum: SummedCounty): Differences {
  const differences: Differences = [];
  for (const table of TABLE_KEYS) {
    const given = units.filter(({ told }) => !told.unsummed?.includes(table));
    for (const { row, column } of formCells(tableOf(templateOfYear(YEAR), table))) {
      const place = `${table} ${row} ${column}`;
      // in ten-thousandths, for amounts are added as decimals
      const total = given.reduce(
        (all, { facts }) => all + Math.round((facts.tables[table][row]?.[column] ?? 0) * 10_000),
        0,
      );
      const summed = sum.tables[table]?.[row]?.[column];
      if (summed !== total / 10_000)
        differences.push(`sum: ${place} is ${summed}, not ${total / 10_000}`);
      for (const { organ, facts } of given) {
        const own = sum.units.find(({ organization }) => organization === organ);
        const value = own?.tables[table]?.[row]?.[column];
        const right = facts.tables[table][row]?.[column] ?? 0;
        if (value !== right) differences.push(`sum: ${organ} ${place} is ${value}, not ${right}`);
      }
    }
    for (const { organ, told } of units) {
      const own = sum.units.find(({ organization }) => organization === organ);
      const isOut = own?.leftOut.some((one) => one.table === table) ?? true;
      if (isOut !== (told.unsummed?.includes(table) ?? false))
        differences.push(`sum: ${organ} ${table} is ${isOut ? '' : 'not '}left out`);
    }
  }
  return differences;
}
