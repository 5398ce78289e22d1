// PDF as offices make them: generated reports, printed by Chromium and by LibreOffice, are read back
// word for word; what cannot be read says so.
import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { htmlSource } from '../../server/src/convert/html.js';
import { readInThread, type ThreadAnswer } from '../../server/src/convert/readerThread.js';
import { IN_THREAD, ReaderThreads } from '../../server/src/node/readerThreads.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { compare, explain, read } from '../generate/compare.js';
import { type GeneratedReport, nthReport } from '../generate/report.js';
import { describeReal, FIELD } from '../support/realReports.js';
import {
  fontNamed,
  handMade,
  inHex,
  launch,
  printed,
  printedByOffice,
  READER,
  shippedReader,
  styled,
} from './printing.js';

const COUNT = Number(process.env.NIANBAO_PRINTED ?? 12);
const readPdf = shippedReader();
const service = createReportService();

/** Rows with cells too few or too many are blank or wide on paper, as a reader sees them. */
const CHANGED_ON_PAPER = /row too short|row too long/;

function reports(count: number): { n: number; report: GeneratedReport }[] {
  const found: { n: number; report: GeneratedReport }[] = [];
  for (let n = 0; found.length < count; n++) {
    const report = nthReport(n, 'html');
    if (!CHANGED_ON_PAPER.test(report.description)) found.push({ n, report });
  }
  return found;
}

/** Lines without blanks: where the HTML has some, paper has gaps. */
function linesIn(text: string): string[] {
  const plain = text.replace(/[^\S\n\t]/g, '').replace(/\t+$/gm, '');
  return plain.split('\n').filter((line) => line !== '');
}

function sameFacts(report: GeneratedReport, text: string): string[] {
  const parsed = service.parse(text);
  const facts = factsOf(parsed);
  const reading = { report: parsed, facts: { ...facts, sections: read(report).facts.sections } };
  const comparison = compare(report.expected, reading);
  const told = facts.sections.map(({ number, title }) => `${number} ${title}`);
  const expected = report.expected.sections.map(({ number, title }) => `${number} ${title}`);
  expect(told, report.description).toEqual(expected);
  return comparison.differences.length > 0 ? [explain(report, reading, comparison)] : [];
}

/** What rules say, and where. */
function findingsOf(text: string): string[] {
  const parsed = service.parse(text);
  return service
    .check(parsed)
    .diagnostics.map(({ rule, at, message }) => `${rule} ${JSON.stringify(at ?? null)} ${message}`)
    .filter((told) => !ONLY_IN_HTML.test(told))
    .sort();
}

/** Paper shows no blanks between Chinese words: nothing is said of them, and none is quoted. */
const ONLY_IN_HTML = /^spacing |标题中间有空格/;

describe('printed by Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('reports are read back, cell for cell and line for line', async () => {
    const failures: string[] = [];
    let same = 0;
    for (const { n, report } of reports(COUNT)) {
      const html = styled(report.text, n);
      const { text, origins, notes } = await readPdf(await printed(browser, html, n));
      failures.push(...sameFacts(report, text));
      const source = htmlSource(report.text).text;
      if (linesIn(text).join('\n') === linesIn(source).join('\n')) same++;
      if (!/space/.test(report.description))
        expect(findingsOf(text), report.description).toEqual(findingsOf(source));
      // all words have a place, in order and apart
      let end = 0;
      for (const origin of origins) {
        expect(text.slice(end, origin.start).trim()).toBe('');
        expect(origin.end).toBeGreaterThan(origin.start);
        end = origin.end;
      }
      expect(text.slice(end).trim()).toBe('');
      const told = ['页码', '页眉页脚', ''][n % 3] as string;
      expect(notes.join()).toMatch(told === '' ? /^$/ : new RegExp(`^${told}`));
    }
    expect(failures.join('\n\n')).toBe('');
    expect(same).toBeGreaterThanOrEqual(Math.floor(0.95 * COUNT));
  });

  it('without ruled lines no cell is another, and most are read', async () => {
    let cells = 0;
    let lost = 0;
    for (const { n, report } of reports(Math.ceil(COUNT / 2))) {
      const bare = 'td,th,table{border:none !important} td,th{padding:4px !important}';
      const { text } = await readPdf(await printed(browser, styled(report.text, n, bare), n));
      const parsed = service.parse(text);
      const { differences, cells: count } = compare(report.expected, {
        report: parsed,
        facts: { ...factsOf(parsed), sections: read(report).facts.sections },
      });
      const wrong = differences.filter(({ got }) => got !== undefined && got !== null);
      expect(wrong, report.description).toEqual([]);
      cells += count;
      lost += differences.length;
    }
    expect(lost).toBeLessThan(0.3 * cells);
  });

  it('places are pages and boxes on them', async () => {
    const paragraph = (words: string) => `<p style="break-after:page">${words}</p>`;
    const html = `<style></style>${paragraph('青禾县云水镇')}${paragraph('政府信息公开')}<p>年度报告</p>`;
    const { text, origins } = await readPdf(await printed(browser, styled(html, 2), 2));
    expect(text).toBe('青禾县云水镇\n政府信息公开\n年度报告\n');
    expect(origins.map(({ place }) => place.kind === 'pdf' && place.page)).toEqual([1, 2, 3]);
    const [first] = origins;
    const [left, bottom, right, top] = first?.place.kind === 'pdf' ? first.place.box : [];
    expect(Math.round(left as number)).toBe(49);
    expect((right as number) - (left as number)).toBeCloseTo(6 * 11.25, 0);
    expect(bottom as number).toBeLessThan(top as number);
    expect(top as number).toBeLessThan(842 - 42);
  });

  it('a picture of a page is no text, and says so', async () => {
    const picture =
      '<svg width="300" height="300"><rect width="200" height="90" fill="red"/></svg>';
    const bytes = await printed(browser, `<style></style>${picture}`, 2);
    await expect(readPdf(bytes)).rejects.toMatchObject({
      reason: expect.stringContaining('扫描件'),
    });
  });

  it('the bundle reads in a web worker what it reads on Node', async () => {
    const [one] = reports(1);
    const bytes = await printed(browser, styled(one?.report.text ?? '', 0), 0);
    const page = await browser.newPage();
    const answer = await page.evaluate(
      async ({ bundle, list }) => {
        const code = `${bundle}\nonmessage=({data})=>nianbaoBundles.readPdf.answerPdf(data).then((a)=>postMessage(a))`;
        // biome-ignore lint/suspicious/noExplicitAny: the page's own types are not ours to load
        const { Worker, URL, Blob } = globalThis as any;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        return new Promise<unknown>((resolve) => {
          worker.onmessage = ({ data }: { data: unknown }) => resolve(data);
          worker.postMessage(new Uint8Array(list));
        });
      },
      { bundle: fs.readFileSync(READER, 'utf8'), list: [...bytes] },
    );
    expect(answer).toEqual({ read: await readPdf(bytes) });
    await page.close();
  });
});

describe('printed by LibreOffice', () => {
  // tables that are too wide it lets run off the page
  const NARROW = 'td,th,td p,td span{font-size:4.5pt !important}';

  it('reports are read back, cell for cell', async () => {
    const chosen = reports(Math.ceil(COUNT / 2));
    const pages = chosen.map(({ n, report }) =>
      styled(report.text, n, NARROW)
        .replace(/ width="80"/g, '')
        .replace(/@page\{size:A4;margin:\d+mm\}/, '@page{size:A3 landscape;margin:15mm}'),
    );
    const files = printedByOffice(pages);
    const failures: string[] = [];
    for (const [i, { report }] of chosen.entries()) {
      const { text } = await readPdf(files[i] as Uint8Array);
      failures.push(...sameFacts(report, text));
    }
    expect(failures.join('\n\n')).toBe('');
  });

  it('a file with a password says so', async () => {
    const options = {
      EncryptFile: { type: 'boolean', value: 'true' },
      DocumentOpenPassword: { type: 'string', value: 'x' },
    };
    const filter = `pdf:writer_pdf_Export:${JSON.stringify(options)}`;
    const [bytes] = printedByOffice(['<p>青禾县云水镇</p>'], filter);
    await expect(readPdf(bytes as Uint8Array)).rejects.toMatchObject({
      reason: expect.stringContaining('密码'),
    });
  });
});

describe('made by hand', () => {
  const line = (text: string) => `BT /F1 12 Tf 72 700 Td ${inHex(text)} Tj ET`;

  it('fonts that are only named are read by the tables that we ship', async () => {
    for (const cmap of ['UniGB-UCS2-H', 'UniGB-UTF16-H']) {
      const { text, notes } = await readPdf(handMade(line('政府信息公开'), fontNamed(cmap)));
      expect(text).toBe('政府信息公开\n');
      expect(notes).toEqual([]);
    }
  });

  it('a table that is not shipped is told, never guessed', async () => {
    const latin = '/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
    const content = `${line('政府')} BT /F2 12 Tf 72 600 Td (2024) Tj ET`;
    const fonts = fontNamed('UniCNS-UCS2-H', 'CNS1') + latin;
    const { text, notes } = await readPdf(handMade(content, fonts));
    expect(text).toContain('2024');
    expect(notes.join()).toContain('没有嵌入');
  });

  const drawn = (width: number, height: number, x: number, y: number) =>
    `q ${width} 0 0 ${height} ${x} ${y} cm /Im Do Q`;
  const font = fontNamed('UniGB-UCS2-H');

  it('a picture has a line where it is, and is told; an icon has none', async () => {
    const low = `BT /F1 12 Tf 72 300 Td ${inHex('公开指南')} Tj ET`;
    const content = `${line('年度报告')} ${drawn(300, 60, 72, 460)} ${drawn(300, 60, 72, 400)} ${drawn(20, 20, 72, 350)} ${low}`;
    const { text, pictures, notes } = await readPdf(handMade(content, font));
    expect(text).toBe('年度报告\n![图片](第1页)\n公开指南\n');
    expect(pictures.map(({ start, end }) => text.slice(start, end))).toEqual(['![图片](第1页)']);
    expect(notes).toEqual(['有 1 张图片，图片里的文字和表格读不到。']);
    expect(
      service
        .check(service.parse(text))
        .diagnostics.map(({ message }) => message)
        .join(),
    ).not.toMatch(/图片/);
  });

  it('one with words over all of the page is its background; a page number is not enough', async () => {
    const scan = drawn(595, 842, 0, 0);
    const words = '青禾县云水镇人民政府政府信息公开工作年度报告'.repeat(2);
    const under = await readPdf(handMade(`${scan} ${line(words)}`, font));
    expect(under.text).toBe(`${words}\n`);
    expect([under.pictures, under.notes]).toEqual([[], []]);
    const alone = await readPdf(handMade(`${scan} ${line('青禾')}`, font));
    expect(alone.pictures).toHaveLength(1);
  });

  it('words that cannot be seen are those of a scan, and hidden without one', async () => {
    const words = '青禾县云水镇人民政府政府信息公开工作年度报告'.repeat(2);
    const unseen = `3 Tr ${line(words)} 0 Tr`;
    const scanned = await readPdf(handMade(`${drawn(595, 842, 0, 0)} ${unseen}`, font));
    expect(scanned.text).toBe(`${words}\n`);
    expect(scanned.notes.join()).toContain('识别');
    const low = `BT /F1 12 Tf 72 300 Td ${inHex('公开指南')} Tj ET`;
    const hidden = await readPdf(handMade(`${unseen} ${low}`, font));
    expect(hidden.text).toBe('公开指南\n');
  });

  it('words beside the page are none', async () => {
    const beside = `BT /F1 12 Tf 900 700 Td ${inHex('公开指南')} Tj ET`;
    const { text } = await readPdf(handMade(`${line('年度报告')} ${beside}`, font));
    expect(text).toBe('年度报告\n');
  });

  it('what was filled in is read, comments are counted', async () => {
    const field = '/Type/Annot/Subtype/Widget/FT/Tx/T(a)/F 4/DA(/F1 12 Tf)';
    const annotations = `<<${field}/V(1234)/Rect[200 695 300 712]>><<${field}/V()/Rect[350 695 400 712]>><</Type/Annot/Subtype/Text/Contents(why?)/Rect[400 690 420 712]>>`;
    const { text, notes } = await readPdf(handMade(line('收到申请'), font, annotations));
    expect(text.replace(/ /g, '')).toBe('收到申请1234\n');
    expect(notes).toEqual(['有 1 条批注，没有读入。']);
  });

  const at = (x: number, y: number, text: string, size = 12) =>
    `BT /F1 ${size} Tf ${x} ${y} Td ${inHex(text)} Tj ET`;
  const textOf = async (...content: readonly string[]) =>
    (await readPdf(handMade(content.join(' '), font))).text;

  it('a number set higher or smaller than the digits before it is not theirs', async () => {
    expect(await textOf(at(72, 700, '606'), at(108, 705, '2', 7))).toBe('606~2\n');
    expect(await textOf(at(72, 700, '606'), at(108, 700, '2', 8))).toBe('606~2\n');
    expect(await textOf(at(72, 700, '606'), at(108, 697, '2', 7))).toBe('606~2\n');
    expect(await textOf(at(72, 700, '606'), at(108, 700, '2'))).toBe('6062\n');
    expect(await textOf(at(72, 700, '606'), at(108, 700.5, '2', 11))).toBe('6062\n');
    expect(await textOf(at(72, 700, '年度'), at(96, 705, '2', 7))).toBe('年度2\n');
  });

  const lineAt = (x: number, y: number, right: number) => `${x} ${y} m ${right} ${y} l S`;

  it('what a line strikes out is no text, and is told', async () => {
    const words = at(72, 700, '96件');
    const { text, notes } = await readPdf(handMade(`${words} ${lineAt(72, 704, 84)}`, font));
    expect(text).toBe('6件\n');
    expect(notes).toEqual(['有 1 处划掉的文字，没有读入。']);
    expect(await textOf(words, lineAt(84, 704, 96))).toMatch(/^9 ?件/);
    expect(await textOf(words, lineAt(72, 698, 84))).toBe('96件\n');
    expect(await textOf(words, lineAt(60, 704, 500))).toBe('96件\n');
  });

  it('a line below words is no border of their cell, and a border below them is', async () => {
    const borders = [74, 114, 168].map((x) => `${x} 660 m ${x} 720 l S`);
    const table = [...borders, ...[660, 690, 720].map((y) => lineAt(74, y, 168))];
    const cells = [at(76, 706, '123'), at(76, 694, '45'), at(124, 706, '6'), at(76, 664, '7')];
    const rows = '12345\t6\n7\t\n';
    expect(await textOf(...table, ...cells)).toBe(rows);
    expect(await textOf(...table, ...cells, lineAt(76, 704, 112), lineAt(76, 692, 100))).toBe(rows);
  });

  it('text that is aslant is a watermark', async () => {
    const aslant = `BT /F1 40 Tf .7 .7 -.7 .7 200 300 Tm ${inHex('内部资料')} Tj ET`;
    const { text } = await readPdf(
      handMade(`${line('年度报告')} ${aslant}`, fontNamed('UniGB-UCS2-H')),
    );
    expect(text).toBe('年度报告\n');
  });

  it('text that is printed twice to look bold is said once', async () => {
    const again = `BT /F1 12 Tf 72.3 700 Td ${inHex('年度报告')} Tj ET`;
    const { text } = await readPdf(
      handMade(`${line('年度报告')} ${again}`, fontNamed('UniGB-UCS2-H')),
    );
    expect(text).toBe('年度报告\n');
  });

  it('radicals become the words that they stand for', async () => {
    const { text } = await readPdf(handMade(line('⾏政⻓⽹'), fontNamed('UniGB-UCS2-H')));
    expect(text).not.toMatch(/[\u2e80-\u2fd5]/);
  });

  it.each([
    ['empty', new Uint8Array()],
    ['a web page', new TextEncoder().encode('<html><body>年度报告</body></html>')],
    ['cut off', handMade('BT ET').slice(0, 60)],
  ])('%s: cannot be read, and says what to do', async (_, bytes) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({
      reason: expect.stringContaining('.docx'),
    });
  });
});

describe('in a thread', () => {
  /** Threads that were started; each test has its own. */
  let workers: Worker[] = [];
  let threads = new ReaderThreads(() => new Worker(''));
  beforeEach(() => {
    workers = [];
    threads = new ReaderThreads(() => {
      const workerData = { reader: READER, answer: 'answerPdf' };
      const worker = new Worker(IN_THREAD, { eval: true, workerData });
      workers.push(worker);
      return worker;
    });
  });
  afterEach(async () => {
    for (const worker of workers) await worker.terminate();
  });
  const start = (bytes: Uint8Array) => threads.read('Pdf', bytes);
  const good = handMade(
    `BT /F1 12 Tf 72 700 Td ${inHex('年度报告')} Tj ET`,
    fontNamed('UniGB-UCS2-H'),
  );

  it('a file is read as it is without', async () => {
    expect(await readInThread(() => start(good))).toEqual(await readPdf(good));
  });

  it('a file that cannot be read says the same', async () => {
    await expect(readInThread(() => start(new Uint8Array(9)))).rejects.toMatchObject({
      reason: expect.stringContaining('损坏'),
    });
  });

  it('one that works without end is ended', async () => {
    // as much work as hours hold, in one go
    const bomb = handMade('q Q '.repeat(3_000_000));
    const thread = start(bomb);
    const gone = new Promise((resolve) => workers[0]?.on('exit', resolve));
    await expect(readInThread(() => thread, { patience: 50 })).rejects.toMatchObject({
      reason: expect.stringContaining('时间太长'),
    });
    await gone;
  });

  it('reads file after file, whatever becomes of them, and two at once in two', async () => {
    const bad = new Uint8Array(9);
    for (const bytes of [good, bad, good])
      await readInThread(() => start(bytes)).catch(({ reason }) =>
        expect(reason).toContain('损坏'),
      );
    expect(workers).toHaveLength(1);
    // twice: those two have waited together for the next two
    for (let n = 0; n < 2; n++) {
      const both = [start(good), start(good)];
      await Promise.all(both.map((one) => readInThread(() => one)));
      expect(workers).toHaveLength(2);
    }
  });

  it('one that has ended while it waited is not asked', async () => {
    await readInThread(() => start(good));
    await workers[0]?.terminate();
    expect((await readInThread(() => start(good))).text).toContain('年度报告');
    expect(workers).toHaveLength(2);
  });

  it('one that breaks, or is called off, is ended too', async () => {
    let ended = 0;
    const thread = (answer: Promise<ThreadAnswer>) => () => ({ answer, end: () => void ended++ });
    await expect(readInThread(thread(Promise.reject(new Error('memory'))))).rejects.toMatchObject({
      reason: expect.stringContaining('读不下去'),
    });
    const stop = new AbortController();
    const reading = readInThread(thread(new Promise(() => {})), { signal: stop.signal });
    stop.abort(new Error('called off'));
    await expect(reading).rejects.toThrow('called off');
    expect(ended).toBe(2);
  });
});

describeReal('a real one', () => {
  it('gives every cell, the title and the sections', async () => {
    const { text, notes } = await readPdf(fs.readFileSync(path.join(FIELD, '03-hongze-2024.pdf')));
    const labels = fs.readFileSync(path.join(FIELD, 'labels.jsonl'), 'utf8').split('\n');
    const label = JSON.parse(labels.find((one) => one.includes('03-hongze')) ?? '{}');
    const facts = factsOf(service.parse(text));
    expect(facts.tables).toEqual(label.cells);
    expect(facts.organization).toBe(label.organization);
    expect(facts.year).toBe(label.year);
    expect(facts.sections.map(({ number }) => number)).toEqual(label.sections);
    expect(notes).toEqual(['页码 5 处不是正文，没有读入。']);
    const rules = service.check(service.parse(text)).diagnostics.map(({ rule }) => rule);
    for (const silent of ['broken-line', 'spacing', 'bracket', 'radical', 'residue'])
      expect(rules).not.toContain(silent);
  });
});
