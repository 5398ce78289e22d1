// R10, R14 and the tariff of 国办函〔2020〕109号: what section 六 says of 信息处理费.

import type { Finding, Fix } from '../../findings/finding.js';
import { FEE, FEE_SINCE, noFee } from '../../form/fee.js';
import { withoutFillingNotes } from '../../form/fillingNotes.js';
import { bodyOf } from '../../report/runningText.js';
import { lineEndOf } from '../../text/lines.js';
import { matchesOf } from '../../text/matches.js';
import { type Span, trimmed } from '../../text/span.js';
import { wholeReport } from '../examples.js';
import type { Rule } from '../rule.js';

/** By piece 100 元, by page 10, 20 or 40 元: every amount is a multiple of this. */
const UNIT = 10;

const SAID = noFee(2023);
const says = (words: string) => wholeReport({ [SAID]: words });

export const processingFee: Rule = {
  id: 'processing-fee',
  severity: 'info',
  docs: () => ({
    title: '信息处理费没有写明或不对',
    english: 'Missing or impossible processing fee',
    what: '第六部分没有提到信息处理费；写了收费，分项加起来不等于合计，或金额不是10元的倍数。',
    why: '格式要求在第六部分报告信息处理费收取情况；按件每件100元、按页每页10元至40元（国办函〔2020〕109号），合法的金额都是10元的倍数。',
    how: '补写一句，如“2023年未收取信息处理费”；金额对照收费通知改正。',
    invalid: [
      { note: '没有提到', text: says('无其他需要报告的事项。') },
      { note: '只有格式自带的说明', text: says('（文字描述，收取信息处理费情况在此处报告。）') },
      {
        note: '分项不等于合计',
        text: says('收取信息处理费500元。其中，水务局300元，住建局100元。'),
      },
      { note: '不是10元的倍数', text: says('2023年收取信息处理费125元。') },
    ],
    valid: [
      {
        note: '说明没有删，话写了',
        text: says('（文字描述，收取信息处理费情况在此处报告。）2023年未收取信息处理费。'),
      },
      { note: '没有收取', text: says('2023年未收取政府信息公开信息处理费。') },
      { note: '分项等于合计', text: says('收取信息处理费500元。其中，水务局300元，住建局200元。') },
      { note: '分项不全', text: says('收取信息处理费500元，其中水务局300元、住建局100元等。') },
      { note: '别处已经说明', text: says('无。').replace('做好政府', '不收信息处理费，做好政府') },
    ],
  }),
  *check(report) {
    const { text, year, sections } = report;
    if (year === null || year < FEE_SINCE) return;
    const section = sections.find(({ number }) => number === 6);
    if (!section) return;
    const body = bodyOf(report, 6) as Span;
    // the form's own note on the fee says nothing of it
    if (!FEE.test(withoutFillingNotes(text.slice(body.start, body.end)))) {
      if (withoutFillingNotes(text).includes('信息处理费')) return;
      yield {
        span: section.heading,
        message: '第六部分没有写信息处理费：收了多少、几件，没有收也应写明。',
        fixes: [sentence(text, body, year)],
      };
      return;
    }
    for (const { span, section: number } of report.prose) {
      const line = number === 6 ? text.slice(span.start, span.end) : '';
      if (line.includes('处理费')) yield* judged(line, span.start);
    }
  },
};

/** Adds what most reports say, in place of the form's own note; whether it is true only the office knows. */
function sentence(text: string, body: Span, year: number): Fix {
  const { start, end } = trimmed(text, body);
  const at = end === body.start ? body.start : end;
  const isNote = withoutFillingNotes(text.slice(start, end)).trim() === '' && end > start;
  const edit = isNote
    ? { span: { start, end }, newText: noFee(year) }
    : { span: { start: at, end: at }, newText: `${lineEndOf(text)}${noFee(year)}` };
  return { title: '补写“未收取信息处理费”', safe: false, edits: [edit] };
}

interface Amount {
  readonly value: number;
  readonly span: Span;
}

const AMOUNT = /(?<!\d)(\d{1,12}(?:,\d{3}){0,3}(?:\.\d{1,6})?)\s?(万)?元/g;

function* judged(paragraph: string, offset: number): Iterable<Finding> {
  const amounts = amountsIn(paragraph, offset);
  for (const { value, span } of amounts)
    if (value % UNIT !== 0)
      yield {
        span,
        message: `信息处理费 ${value} 元不是 10 元的倍数，按国办函〔2020〕109号的标准收不出这个数，请核对。`,
      };
  const parts = paragraph.indexOf('其中');
  const total = amounts.findLast(({ span }) => span.start < offset + parts);
  const listed = amounts.filter(({ span }) => span.start > offset + parts);
  if (parts < 0 || !total || listed.length < 2) return;
  const sum = listed.reduce((all, { value }) => all + value, 0);
  const isOpen = /等|主要/.test(paragraph.slice(parts));
  if (sum === total.value || (isOpen && sum < total.value)) return;
  yield {
    span: total.span,
    message: `信息处理费合计写的是 ${total.value} 元，其中各项相加是 ${sum} 元。`,
    related: listed.map(({ value, span }) => ({ message: `${value} 元`, span })),
  };
}

/** In 元, counted in hundredths so that 0.295万元 is 2950. */
function amountsIn(paragraph: string, offset: number): Amount[] {
  return matchesOf(paragraph, AMOUNT).map(
    ({ index, 0: written, 1: digits = '', 2: tenThousand }) => ({
      value: Math.round(Number(digits.replaceAll(',', '')) * (tenThousand ? 1e6 : 100)) / 100,
      span: { start: offset + index, end: offset + index + written.length },
    }),
  );
}
