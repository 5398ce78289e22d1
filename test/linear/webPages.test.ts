// A page, or a web archive, twice as long takes at most twice the steps, whatever is repeated in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlSource } from '../../server/src/convert/html.js';
import { readMhtml } from '../../server/src/convert/mhtml.js';
import { excessOf, StepCounter } from './steps.js';

const TIMES = 300;
/** V8 may forget how often it ran a small function that it compiles meanwhile: not every time. */
const TRIALS = 3;

/** A report with the same in its preamble, in a section, and below the last. */
const report = (more: string) =>
  `<style>.x,#y{display:none}.z{display:block}</style><div><h1>青禾县民政局2023年政府信息公开工作年度报告</h1>${more}<p>一、总体情况</p>${more}<p>六、其他需要报告的事项</p>${more}</div>`;

const UNITS: Readonly<Record<string, string>> = {
  paragraphs: '<p>公开工作有序进行，没有发生问题。</p>',
  'blocks in blocks': '<div class="share">甲',
  links: '<p><a href="/x">首页</a></p>',
  'links that do not end': '<a href="/x">甲<p>',
  'links to files': '<p><a href="/x.pdf">附件</a></p>',
  'what is on file': '<p>索引号：1</p><p>名称</p>',
  'cells on file': '<table><tr><td>索引号</td><td>1</td></tr></table>',
  'cells in one row': '<td>名称',
  buttons: '<p>打印 关闭</p>',
  'buttons in one line': '打印 ',
  'feet of a site': '<p>主办单位：甲</p>',
  headings: '<p>一、总体情况</p>',
  titles: '<p>青禾县教育局2023年政府信息公开工作年度报告</p>',
  'layout tables': '<table><tr><td></td><td><p>甲</p></td></tr></table>',
  'tables in tables': '<table><tr><td>',
  'tables in cells': '<table><tr><td>甲<td><table><tr><td>5</table></table>',
  pictures: '<p><img src="a.png"></p>',
  'pictures in one line': '<img src="a.png">',
  'what a sheet hides': '<i class="x z">甲</i><i id="y">乙</i>',
  'style sheets': '<style>.a,.b{display:none}</style>',
  classes: '<i class="x x x x x x x x x x">甲</i>',
  'preformatted lines': '<pre>甲\n乙\n</pre>',
};

const whole = (unit: string) => (count: number) => report(unit.repeat(count));
const PAGES: Readonly<Record<string, (count: number) => string>> = {
  ...Object.fromEntries(Object.entries(UNITS).map(([name, unit]) => [name, whole(unit)])),
  'lines of one <pre>': (count) => report(`<pre>${'甲\n'.repeat(count)}</pre>`),
  'names of a class': (count) => report(`<i class="${'x '.repeat(count)}">甲</i>`),
  'rules of a sheet': (count) =>
    `<style>${'.x .y,#z{color:red;}'.repeat(count)}</style>${report('')}`,
  'selectors of a rule': (count) =>
    `<style>${'.x,'.repeat(count)}#z{display:none}</style>${report('')}`,
  'comments in a sheet': (count) => `<style>${'/* none */ '.repeat(count)}</style>${report('')}`,
  'a report that nothing holds': (count) =>
    `${'<ul><li>甲'.repeat(count)}${report('')}${'<p>乙</p>'.repeat(count)}`,
};

const part = (headers: string, body: string) => `${headers}\n\n${body}\n`;
const multi = (body: string) => part('Content-Type: multipart/related; boundary=b', body);
const ARCHIVES: Readonly<Record<string, (count: number) => string>> = {
  parts: (count) =>
    multi(
      `--b\n${part('Content-Type: text/html', report(''))}${'--b\nContent-Type: a/b\n\n'.repeat(count)}`,
    ),
  'parts in parts': (count) =>
    `Content-Type: text/html; boundary=b\n\n<p>甲</p>${multi('--b\n').repeat(count)}`,
  headers: (count) => part(`${'X-A: b\n c\n'.repeat(count)}Content-Type: text/html`, report('')),
  parameters: (count) => part(`Content-Type: text/html${';a=b'.repeat(count)}`, report('')),
  'quoted-printable': (count) =>
    part(
      'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable',
      `<p>${'=E7=94=B2=\n'.repeat(count)}`,
    ),
  base64: (count) =>
    part('Content-Type: text/html\nContent-Transfer-Encoding: base64', '55Sy\n'.repeat(count)),
};

describe('twice the', () => {
  let counter: StepCounter;
  beforeAll(async () => {
    counter = await StepCounter.start();
  });
  afterAll(() => counter.stop());

  async function growth(read: (text: string) => unknown, page: (count: number) => string) {
    read(page(10));
    let excess: ReturnType<typeof excessOf> = [];
    for (let i = 0; i < TRIALS; i++) {
      const once = await counter.count(() => read(page(TIMES)));
      expect([...once.keys()].join('\n')).toContain('convert/webPage.ts');
      const twice = await counter.count(() => read(page(2 * TIMES)));
      const now = excessOf(once, twice, page(TIMES).length);
      excess = i === 0 ? now : now.filter(({ block }) => excess.some((one) => one.block === block));
      if (excess.length === 0) break;
    }
    return excess;
  }

  it.each(Object.keys(PAGES))('page takes twice the steps: %s', async (name) => {
    expect(await growth(htmlSource, PAGES[name] as (count: number) => string)).toEqual([]);
  });

  it.each(Object.keys(ARCHIVES))('archive takes twice the steps: %s', async (name) => {
    const read = (text: string) => readMhtml(new TextEncoder().encode(text));
    expect(await growth(read, ARCHIVES[name] as (count: number) => string)).toEqual([]);
  });
});
