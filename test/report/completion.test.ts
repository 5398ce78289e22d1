// What completion and the list of snippets insert keeps its word: with a part of a report taken out,
// accepting the offer brings the part back and no fault with it but blank cells to fill in.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { completionsAt, insertables } from '../../server/src/features/completion/completion.js';
import { toPlainText } from '../../server/src/features/completion/snippet.js';
import type { Diagnostic } from '../../server/src/findings/finding.js';
import { SECTIONS, TABLE_KEYS, templateOfYear } from '../../server/src/form/formats.js';
import { loadLexicon } from '../../server/src/lexicon/lexicon.js';
import type { Report, Row } from '../../server/src/report/report.js';
import { createReportService } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { writeReport } from '../generate/report.js';

const lexicon = loadLexicon(
  readFileSync(new URL('../../server/src/lexicon/data/lexicon.bin', import.meta.url)) as Uint8Array,
);
const service = createReportService({ lexicon: () => lexicon });
const RUNS = Number(process.env.NIANBAO_RUNS ?? 60);

const check = (report: Report) => service.check(report).diagnostics;

/** What makes a finding the same one after a change elsewhere. */
const keyOf = ({ rule, at, message }: Diagnostic) => JSON.stringify([rule, at ?? message]);

/** Errors and warnings that are in the second report and not in the first. */
function added(before: Report, after: Report): string[] {
  const counts = new Map<string, number>();
  for (const finding of check(before))
    counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return check(after)
    .filter(
      ({ severity, rule }) => ['error', 'warning'].includes(severity) && rule !== 'cell-value',
    )
    .filter((finding) => {
      const left = (counts.get(keyOf(finding)) ?? 0) - 1;
      counts.set(keyOf(finding), left);
      return left < 0;
    })
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** Reports in the format of their year, in every layout of text. */
const reports = fc
  .tuple(
    recipes(undefined, 0),
    fc.constantFrom(...LAYOUTS.filter(({ kind }) => kind === 'text').map(({ id }) => id)),
    fc.boolean(),
  )
  .map(([recipe, layout, isCrlf]) => {
    const { text } = writeReport({ ...recipe, layout });
    return service.parse(isCrlf ? text.replace(/\n/g, '\r\n') : text);
  })
  .filter(({ year, template }) => year !== null && template === templateOfYear(year));

/** The report with what a cut leaves, and a blank line in its place. */
function cut({ text }: Report, from: number, to: number) {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const left = text.slice(0, from).trimEnd();
  const right = text.slice(to).trimStart();
  const gap = text.includes(eol + eol) ? eol + eol : eol;
  return {
    report: service.parse(left + gap + (right && gap) + right),
    offset: left.length + gap.length,
  };
}

/** The report after the offer has been taken, at the cursor or from the list. */
function accepted(report: Report, offset: number, id: string, from: 'cursor' | 'list'): Report {
  const offers =
    from === 'cursor'
      ? completionsAt(report, offset, 'tab').map((offer) => ({ ...offer, span: offer.replace }))
      : insertables(report, offset, 'tab').map((offer) => {
          const at = offer.offset ?? offset;
          return { ...offer, span: { start: at, end: at } };
        });
  const found = offers.find((offer) => offer.id === id);
  if (!found) throw new Error(`${id} is not among ${offers.map((offer) => offer.id).join(', ')}`);
  // blanks are told until they are filled in
  const newText = toPlainText(found.body).replace(/【[条件人次]数】|【金额】/g, '若干');
  return service.parse(applyEdits(report.text, [{ span: found.span, newText }]));
}

/** Cases that came to the end: a property that passes everything over has shown nothing. */
let tried = 0;
beforeEach(() => {
  tried = 0;
});
afterEach(() => expect(tried).toBeGreaterThan(RUNS / 3));

const ways = fc.constantFrom('cursor' as const, 'list' as const);

test('a missing section', () => {
  fc.assert(
    fc.property(reports, fc.constantFrom(...SECTIONS), ways, (whole, { number }, way) => {
      const index = whole.sections.findIndex((section) => section.number === number);
      const section = whole.sections[index];
      if (!section) return;
      const { report, offset } = cut(
        whole,
        section.heading.start,
        whole.sections[index + 1]?.heading.start ?? whole.text.length,
      );
      const after = accepted(report, offset, `section:${number}`, way);
      expect(after.sections.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(Object.keys(after.tables)).toEqual(TABLE_KEYS);
      expect(added(report, after).join('\n'), after.text).toBe('');
      tried++;
    }),
    { numRuns: RUNS },
  );
});

test('a missing table', () => {
  fc.assert(
    fc.property(reports, fc.constantFrom(...TABLE_KEYS), ways, (whole, key, way) => {
      const table = whole.tables[key];
      if (!table) return;
      const { lines } = whole;
      const { start, end } = lines.wholeLines(table.span);
      const { report, offset } = cut(whole, start, end);
      if (report.tables[key]) return; // a bar of it was left
      const after = accepted(report, offset, `table:${key}`, way);
      expect(after.tables[key]?.section).toBe(table.section);
      expect(added(report, after).join('\n'), after.text).toBe('');
      tried++;
    }),
    { numRuns: RUNS },
  );
});

test('a missing row', () => {
  fc.assert(
    fc.property(reports, fc.nat(), ways, (whole, n, way) => {
      const key = n % 3 === 0 ? 'disclosure' : 'requests';
      const table = whole.tables[key];
      if (!table || table.layout === 'space') return; // blank cells cannot be shown there
      const row = table.rows[n % table.rows.length] as Row;
      const { lines, text } = whole;
      const ends = [...row.cells.values()].map(({ span }) => span.end);
      const from = lines.lineSpanAt(row.label.span.start).start;
      const to = lines.lineSpanAt(Math.max(row.label.span.end, ...ends)).end;
      const report = service.parse(text.slice(0, from) + text.slice(to));
      if (report.tables[key]?.rows.some((one) => one.key === row.key)) return; // read in another way
      const after = accepted(
        report,
        from,
        way === 'list' ? `rows:${key}:${row.key}` : `row:${key}:${row.key}`,
        way,
      );
      expect(after.tables[key]?.rows.map((one) => one.key)).toEqual(
        table.rows.map((one) => one.key),
      );
      expect(added(report, after).join('\n'), after.text).toBe('');
      tried++;
    }),
    { numRuns: RUNS },
  );
});

test('a missing topic', () => {
  fc.assert(
    fc.property(
      reports,
      fc.constantFrom('主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'),
      ways,
      (whole, name, way) => {
        const line = whole.prose.find(
          ({ section, span }) =>
            section === 1 && whole.text.slice(span.start, span.end).includes(`）${name}`),
        );
        if (!line) throw new Error(`no ${name}`);
        const { report, offset } = cut(whole, line.span.start, line.span.end);
        if (!check(report).some(({ rule }) => rule === 'missing-topic')) return; // said in other words
        const before = check(report).find(({ rule }) => rule === 'missing-topic')?.message ?? '';
        if (!before.includes(name)) return;
        const after = accepted(report, offset, `topic:${name}`, way);
        expect(
          check(after).find(({ rule }) => rule === 'missing-topic')?.message ?? '',
        ).not.toContain(name);
        expect(added(report, after).join('\n'), after.text).toBe('');
        tried++;
      },
    ),
    { numRuns: RUNS },
  );
});

test('the tables in words', () => {
  const said = { 2: 'sentence:disclosure', 3: 'sentence:requests', 4: 'sentence:review' } as const;
  fc.assert(
    fc.property(reports, fc.constantFrom(2, 3, 4), (whole, number) => {
      const section = whole.sections.find((one) => one.number === number);
      if (!section) return;
      const { report, offset } = cut(whole, section.heading.end, section.heading.end);
      const after = accepted(report, offset, said[number as 2 | 3 | 4], 'cursor');
      expect(after.prose.length).toBe(report.prose.length + 1);
      expect(added(report, after).join('\n'), after.text).toBe('');
      tried++;
    }),
    { numRuns: RUNS },
  );
});

test('whatever the text, offers lie in it', () => {
  const texts = fc.tuple(recipes(undefined, 5), fc.nat(), fc.nat()).map(([recipe, cutAt, at]) => {
    const { text } = writeReport(recipe);
    const start = text.slice(0, cutAt % (text.length + 1));
    return { text: start, offset: at % (start.length + 1) };
  });
  fc.assert(
    fc.property(texts, ({ text, offset }) => {
      const report = service.parse(text);
      for (const { replace, label } of completionsAt(report, offset, 'markdown')) {
        expect(replace.start, label).toBeLessThanOrEqual(offset);
        expect(replace.end, label).toBeGreaterThanOrEqual(offset);
        expect(text.slice(replace.start, replace.end), label).not.toMatch(/[\r\n]/);
      }
      for (const { offset: place, label } of insertables(report, offset, 'markdown'))
        if (place !== null) expect(place, label).toBe(Math.min(Math.max(0, place), text.length));
      tried++;
    }),
    { numRuns: RUNS * 5 },
  );
});
