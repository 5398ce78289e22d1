// What the form shows: each block with its place, each figure with its name, each finding once.
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import type { Report } from '../../report/report.js';
import { wholeReport } from '../../rules/examples.js';
import { createReportService } from '../../service/reportService.js';
import type { Span } from '../../text/span.js';
import { type FormViewBlock, type FormViewTable, formView } from './formView.js';

const service = createReportService();
const asItIs = (span: Span) => span;
const view = (report: Report, findings = service.check(report).diagnostics) =>
  formView(report, findings, asItIs);
const tables = (blocks: readonly FormViewBlock[]) =>
  blocks.filter((block): block is FormViewTable => block.kind === 'table');
const report = parseReport(wholeReport());

describe('the blocks of a report', () => {
  it('come in the order of the text, each on lines of its own', () => {
    const spans = view(report).map(({ span }) => span);
    expect(spans.length).toBeGreaterThan(10);
    spans.slice(1).forEach((span, i) => {
      expect(span.start).toBeGreaterThan((spans[i] as Span).end);
    });
  });

  it('say where their words stand', () => {
    const lines = view(report).flatMap((block) => (block.kind === 'table' ? [] : block.lines));
    expect(lines.filter(({ span }) => span).length).toBe(lines.length);
    for (const { text, span } of lines)
      expect(report.text.slice(span?.start, span?.end)).toBe(text);
  });

  it('have the three tables, each figure by its name and place', () => {
    const [two, three, four] = tables(view(report));
    expect([two?.key, three?.key, four?.key]).toEqual(['disclosure', 'requests', 'review']);
    const figures = three?.rows.flat().filter(({ figure }) => figure) ?? [];
    expect(figures.length).toBe(175);
    expect(figures[0]?.figure).toEqual({
      row: '1',
      column: 'natural',
      name: '一、本年新收政府信息公开申请数量 · 自然人',
      isTotal: false,
    });
    expect(figures[6]?.figure?.isTotal).toBe(true);
    for (const { text, span } of figures)
      expect(report.text.slice(span?.start, span?.end)).toBe(text);
  });

  it('are those of the file that the text was made of', () => {
    const moved = formView(report, [], ({ start, end }) => ({ start: start + 7, end: end + 7 }));
    expect(moved[0]?.span.start).toBe((view(report)[0]?.span.start ?? 0) + 7);
  });

  it('are none without a text', () => {
    expect(view(parseReport(''))).toEqual([]);
  });

  it('are words and tables where it is no report', () => {
    expect(view(parseReport('一段话。\n\n另一段话。')).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });
});

describe('an official table that is shown as it stands', () => {
  const notes = (text: string) => view(parseReport(text), []).flatMap(({ note }) => note ?? []);
  const lines = wholeReport().split('\n');
  const without = (what: RegExp) => lines.filter((line) => !what.test(line)).join('\n');
  const row = lines.find((line) => /二、上年结转/.test(line)) as string;

  it.each([
    ['a row with a figure too many', wholeReport().replace(row, `${row}\t5`), /1 行的数比列多/],
    ['rows twice', wholeReport().replace(row, `${row}\n${row}`), /不能在这里填/],
  ])('says so, once: %s', (_, text, words) => {
    expect(notes(text)).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    ['all is right', wholeReport()],
    ['a row is missing', without(/二、上年结转/)],
    ['it is no report', '甲\t乙\n1\t2\n'],
    ['another table', `${wholeReport()}\n\n甲\t乙\n1\t2\n`],
  ])('there is none where %s', (_, text) => {
    expect(notes(text)).toEqual([]);
  });
});

describe('a finding', () => {
  const findingsIn = (blocks: readonly FormViewBlock[]) =>
    blocks.flatMap((block) => [
      ...block.findings,
      ...(block.kind === 'table'
        ? block.rows.flat().flatMap(({ findings }) => findings)
        : block.lines.flatMap(({ marks }) => marks.map(({ finding }) => finding))),
    ]);
  const wrong = parseReport(
    wholeReport()
      .replace('一、总体情况', '一、整体情况')
      .replace(/(一、本年新收政府信息公开申请数量[\s|]*)\d+/, '$199'),
  );

  it('is shown where it is, whatever it is of', () => {
    const { diagnostics } = service.check(wrong);
    expect(diagnostics.length).toBeGreaterThan(1);
    const shown = new Set(findingsIn(view(wrong)));
    expect([...shown].sort((a, b) => a - b)).toEqual(diagnostics.map((_, i) => i));
  });

  it('of a cell is on that cell, of words on those words', () => {
    const { diagnostics } = service.check(wrong);
    const blocks = view(wrong);
    const cell = diagnostics.findIndex(({ at }) => at?.row === '1');
    const cells = tables(blocks).flatMap(({ rows }) => rows.flat());
    const marked = cells.filter(({ findings }) => findings.includes(cell));
    expect(marked.map(({ figure }) => [figure?.row, figure?.column])).toEqual([['1', 'natural']]);
    const heading = diagnostics.findIndex(({ rule }) => rule === 'section-title');
    const marks = blocks.flatMap((block) =>
      block.kind === 'table'
        ? []
        : block.lines.flatMap(({ text, marks: all }) =>
            all
              .filter((one) => one.finding === heading)
              .map(({ start, end }) => text.slice(start, end)),
          ),
    );
    expect(marks).toEqual(['整体情况']);
  });

  it('above the first block is of it, below the last of that', () => {
    const text = `\n\n${wholeReport()}\n\n\n`;
    const spans = [0, text.length].map((at) => ({ span: { start: at, end: at } }));
    const blocks = formView(parseReport(text), spans, asItIs);
    expect(blocks[0]?.findings).toEqual([0]);
    expect(blocks.at(-1)?.findings).toEqual([1]);
  });

  it('is nowhere where there is none', () => {
    expect(findingsIn(formView(report, [], asItIs))).toEqual([]);
  });
});
