// What is offered where: the report text with ‸ at the cursor, and what comes of accepting it.
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../form/formats.js';
import { parseReport } from '../../reading/parse.js';
import { applyEdits } from '../../text/edit.js';
import { headingOf, writeTable } from '../../writing/writeTable.js';
import { completionsAt, insertables } from './completion.js';
import { type Snippet, shownText, toPlainText, toSnippetText } from './snippet.js';

const CURSOR = '‸';

/** The completions at the cursor. */
function at(marked: string) {
  const offset = marked.indexOf(CURSOR);
  if (offset < 0) throw new Error('no cursor');
  const report = parseReport(marked.replace(CURSOR, ''));
  return completionsAt(report, offset, 'tab').map((completion) => ({
    ...completion,
    report,
    text: toPlainText(completion.body),
    accepted: applyEdits(report.text, [
      { span: completion.replace, newText: toPlainText(completion.body) },
    ]),
  }));
}

const ids = (marked: string) => at(marked).map(({ id }) => id);
const labels = (marked: string) => at(marked).map(({ label }) => label);
const one = (marked: string, id: string) => {
  const found = at(marked).find((completion) => completion.id === id);
  if (!found) throw new Error(`${id} is not among ${ids(marked).join(', ')}`);
  return found;
};

/** Where there is something to fill in. */
const withStops = (body: Snippet) =>
  body.map((part) => (typeof part === 'string' ? part : `‹${part.value}›`)).join('');

const table = (key: 'disclosure' | 'requests' | 'review', fill = () => '0') =>
  writeTable(key, { template: '2021', layout: 'tab', eol: '\n', fill });

const TITLE = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
const BODY: Record<number, string> = {
  1: '2023年，我镇主动公开政府信息12条。',
  2: table('disclosure'),
  3: table('requests'),
  4: table('review'),
  5: '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。',
  6: '2023年未收取政府信息公开信息处理费。',
};

/** A report with sections changed, or left out. */
const report = (changes: Record<number, string | null> = {}) =>
  [
    TITLE,
    ...SECTIONS.map((spec) => {
      const changed = changes[spec.number];
      if (changed === null) return '';
      return `\n\n${headingOf(spec)}\n\n${changed ?? BODY[spec.number]}`;
    }),
  ].join('');

/** The table of 三 with the line of a row put otherwise. */
const requestsWith = (row: string, line: string) => {
  const lines = (BODY[3] ?? '').split('\n');
  const at = lines.findIndex((one) => one.includes(row));
  return [...lines.slice(0, at), line, ...lines.slice(at + 1)].join('\n');
};

describe('sections', () => {
  it('are offered where they belong, the missing ones alone', () => {
    const without = { 3: null, 4: null };
    expect(labels(report({ ...without, 2: `${BODY[2]}\n\n‸` }))).toEqual([
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '规范性文件和处理决定',
    ]);
    expect(ids(report({ ...without, 5: `${BODY[5]}\n\n‸` }))).toEqual([]);
    expect(ids(report({ ...without, 2: `‸\n\n${BODY[2]}` }))).not.toContain('section:3');
  });

  it.each(['四', '四、', '政府信息公开行政', 'fyss', '## 四、政府'])('go on from %s', (typed) => {
    const { accepted } = one(report({ 3: `${BODY[3]}\n\n${typed}‸`, 4: null }), 'section:4');
    const heading = '四、政府信息公开行政复议、行政诉讼情况';
    expect(accepted.split(heading)).toHaveLength(2);
    expect(accepted).toContain(`\n\n${heading}\n\n行政复议\t`);
    expect(accepted).not.toContain('##');
    expect(parseReport(accepted).sections).toHaveLength(6);
  });

  it('are none where something else has been typed', () => {
    expect(ids(report({ 3: `${BODY[3]}\n\n五‸`, 4: null }))).toEqual([]);
    expect(ids(report({ 3: `${BODY[3]}\n\n全年‸`, 4: null }))).toEqual([]);
    expect(ids(report({ 3: `${BODY[3]}\n\n四‸ 不是`, 4: null }))).toEqual([]);
  });

  it('have only a heading where the table is there', () => {
    const text = report({ 4: null, 3: `${BODY[3]}\n\n‸\n\n${BODY[4]}` });
    const { accepted } = one(text, 'section:4');
    expect(accepted.split('结果维持')).toHaveLength(4);
    expect(parseReport(accepted).tables.review?.section).toBe(4);
  });

  it('have blank cells to fill in', () => {
    const { body } = one(report({ 3: `${BODY[3]}\n\n‸`, 4: null }), 'section:4');
    expect(withStops(body)).toContain('\n‹›\t‹›\t‹›\t');
    expect(body.filter((part) => typeof part === 'object')).toHaveLength(15);
  });

  it('are written as Markdown where the report is', () => {
    const text = report({ 3: `${BODY[3]}\n\n‸`, 4: null }).replace(/^(?=[一二三五六]、)/gm, '## ');
    expect(one(text, 'section:4').text).toMatch(/^## 四、/);
  });

  it('of prose say what such sections say', () => {
    expect(one(report({ 4: `${BODY[4]}\n\n‸`, 5: null }), 'section:5').text).toMatch(
      /^五、存在的主要问题及改进情况\n\n存在的主要问题：.+\n\n改进情况：/,
    );
    expect(one(report({ 5: `${BODY[5]}\n\n‸`, 6: null }), 'section:6').text).toBe(
      '六、其他需要报告的事项\n\n2023年未收取政府信息公开信息处理费。',
    );
    expect(one(`${report({ 1: null }).replace('\n\n', '\n\n‸\n\n')}`, 'section:1').text).toMatch(
      /^一、总体情况\n\n（一）主动公开。.+\n\n（二）依申请公开。[\s\S]+（五）监督保障。/,
    );
  });
});

describe('tables', () => {
  it('are offered in their section alone', () => {
    expect(ids(report({ 4: '‸' }))).toContain('table:review');
    expect(ids(report({ 4: '‸', 3: '无' }))).not.toContain('table:requests');
    expect(ids(report({ 4: `${BODY[4]}\n\n‸` }))).not.toContain('table:review');
  });

  it('keep their distance', () => {
    const { accepted } = one(report({ 4: '见下表：\n‸\n以上。' }), 'table:review');
    expect(accepted).toMatch(/见下表：\n\n行政复议[\s\S]+\n\n以上。/);
  });
});

it('a Markdown table to fill in has its bars under each other', () => {
  const empty = parseReport(report({ 2: '', 3: '', 4: '' }));
  const shown = insertables(empty, 0, 'markdown').find(({ id }) => id === 'table:disclosure');
  const blank = writeTable('disclosure', {
    template: '2021',
    layout: 'markdown',
    eol: '\n',
    fill: () => '',
  });
  expect(toPlainText(shown?.body ?? []).trim()).toBe(blank);
});

describe('rows', () => {
  it('belong between their neighbours', () => {
    const found = at(report({ 3: requestsWith('2.重复申请', '‸') }));
    expect(found.map(({ id }) => id)).toEqual(['row:requests:3.5.2']);
    expect(found[0]?.text).toBe(`\t\t2.重复申请${'\t'.repeat(7)}`);
    expect(
      ids(report({ 3: requestsWith('2.重复申请', '') }).replace('（一）予以', '‸\n（一）予以')),
    ).toEqual([]);
  });

  it('bring the head of their group with them', () => {
    const [row] = at(report({ 3: requestsWith('（四）无法提供', '‸') }));
    expect(row?.text).toMatch(/^\t（四）无法提供\t1\.本机关不掌握相关政府信息\t/);
  });

  it.each(['重复', '\t\t重复', '\t\t2.重', '\t\t2.'])('go on from %j', (typed) => {
    const text = report({ 3: requestsWith('2.重复申请', `${typed}‸`) });
    const { accepted, filterText } = one(text, 'row:requests:3.5.2');
    expect(accepted).toBe(text.replace(`${typed}‸`, `\t\t2.重复申请${'\t'.repeat(7)}`));
    expect(filterText.split(' ').some((key) => key.startsWith(typed.trim()))).toBe(true);
  });

  it('bring caption and heads of a block that is missing', () => {
    const disclosure = BODY[2] ?? '';
    const [before = '', rest = ''] = disclosure.split(/(?=第二十条第（五）项)/);
    const after = rest.slice(rest.indexOf('第二十条第（六）项'));
    const text = report({ 2: `${before}‸\n${after}` });
    const { accepted } = one(text, 'row:disclosure:licensing');
    expect(accepted).toContain(
      '\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t\n第二十条第（六）项',
    );
    const row = parseReport(accepted).tables.disclosure?.rows.find(
      ({ key }) => key === 'licensing',
    );
    expect([row?.expected, row?.misfit]).toEqual([['decisions'], null]);
  });

  it('may come all at once', () => {
    const lines = (BODY[3] ?? '').split('\n');
    const text = report({ 3: [...lines.slice(0, 10), '‸', ...lines.slice(13)].join('\n') });
    const all = one(text, 'rows:requests:3.3.4');
    expect(parseReport(all.accepted).tables.requests?.rows).toHaveLength(25);
  });

  it('go on behind the last line', () => {
    const text = report({ 3: requestsWith('四、结转下年度', '‸') });
    expect(one(text, 'row:requests:4').text).toMatch(/^四、结转下年度继续办理\t/);
  });

  it('are only labels where figures stand', () => {
    const text = report({ 3: requestsWith('2.重复申请', '\t\t重复‸\t0\t0\t0\t0\t0\t0\t0') });
    const { accepted } = one(text, 'row:requests:3.5.2');
    expect(accepted).toBe(text.replace('重复‸', '2.重复申请'));
  });

  it('are only labels where figures stand on the lines below', () => {
    const lines = ['一、本年新收政府信息公开申请数量', '二、上年结‸'];
    const cells = lines.map((label) => [label, 5, 1, 0, 0, 0, 0, 6].map((cell) => `\t${cell}`));
    const heads =
      '\t自然人\n\t商业企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n\t其他\n\t总计';
    const text = `${heads}\n\n${cells.map((row) => row.join('\n')).join('\n\n')}`;
    expect(at(report({ 3: text })).map(({ accepted }) => accepted)).toEqual([
      report({ 3: text.replace('二、上年结‸', '二、上年结转政府信息公开申请数量') }),
    ]);
  });

  it('are written as Markdown where the table is', () => {
    const table = writeTable('requests', {
      template: '2021',
      layout: 'markdown',
      eol: '\n',
      fill: () => '0',
    });
    const text = report({ 3: table.replace(/^.*2\.重复申请.*$/m, '| | | 重复‸') });
    const { accepted, filterText } = one(text, 'row:requests:3.5.2');
    expect(accepted).toContain('\n|  |  | 2.重复申请 |  |  |  |  |  |  |  |\n');
    expect(filterText).toContain('| | | 重复申请');
  });

  it('come with nothing else', () => {
    for (const line of ['‸', '坚持以公开‸', '\t\t2.重复申请\t0‸', '‸\t\t2.重复申请\t0\t0'])
      for (const { kind } of at(report({ 3: requestsWith('2.重复申请', line) })))
        expect(['row', 'label']).toContain(kind);
  });
});

describe('topics', () => {
  const told = (overview: string, requests = BODY[3] ?? '') => report({ 1: overview, 3: requests });

  it('are the missing ones, that which follows first', () => {
    const text = told('（一）主动公开。公开信息12条。\n\n（二）依申请公开。收到申请0件。\n\n‸');
    expect(labels(text)).toEqual([
      '（三）政府信息管理',
      '（三）政府信息公开平台建设',
      '（三）监督保障',
    ]);
  });

  it('show the figures of the table', () => {
    const fill = ({ row, column }: { row: string; column: string }) =>
      column !== 'total'
        ? ''
        : ({ '1': '14', '2': '1', '3.1': '9', '3.3.1': '2', '3.3.2': '1', '3.7': '12', '4': '3' }[
            row
          ] ?? '0');
    const requests = writeTable('requests', { template: '2021', layout: 'tab', eol: '\n', fill });
    const { body } = one(told('‸', requests), 'topic:依申请公开');
    expect(withStops(body)).toBe(
      '（一）依申请公开。2023年新收政府信息公开申请‹14›件，上年结转‹1›件；办结‹12›件（予以公开‹9›件、不予公开‹3›件），结转下年度继续办理‹3›件。',
    );
  });

  it('say of nothing that there was nothing', () => {
    const overview = (heading: string) => `（一）${heading}\n\n‸`;
    expect(one(report({ 1: overview('主动公开') }), 'topic:主动公开').text).toContain(
      '；没有制发行政规范性文件。',
    );
    expect(one(report({ 1: overview('政府信息管理') }), 'topic:政府信息管理').text).toMatch(
      /清理已经公开的信息。$/,
    );
  });

  it('have words where a figure is unknown', () => {
    const blank = writeTable('requests', {
      template: '2021',
      layout: 'tab',
      eol: '\n',
      fill: () => '',
    });
    const { body } = one(told('‸', blank), 'topic:依申请公开');
    expect(withStops(body)).toBe(
      '（一）依申请公开。2023年新收政府信息公开申请‹【件数】›件，上年结转‹【件数】›件；办结‹【件数】›件，结转下年度继续办理‹【件数】›件。',
    );
  });

  it.each(['（', '（二', '（二）', '（二）依申', '（三）依', '依申请', '本年新收', 'ysqgk'])(
    'go on from %s',
    (typed) => {
      const text = told(`（一）主动公开。公开信息12条。\n\n${typed}‸`);
      const { accepted, filterText } = one(text, 'topic:依申请公开');
      expect(accepted).toContain('\n\n（二）依申请公开。2023年未收到');
      expect(accepted).not.toContain(`${typed}（`);
      expect(filterText.split(' ').some((key) => key.startsWith(typed.charAt(0)))).toBe(true);
    },
  );

  it('take in the bracket that the editor has closed', () => {
    const text = told('（一）主动公开。公开信息12条。\n\n（二‸）');
    expect(one(text, 'topic:依申请公开').accepted).toContain('\n\n（二）依申请公开。2023年未收到');
    expect(one(text, 'topic:依申请公开').accepted).toContain('的申请。\n\n二、');
  });

  it('are headed as the others are', () => {
    const text = told('### （一）主动公开\n\n公开信息12条。\n\n‸');
    expect(one(text, 'topic:依申请公开').text).toMatch(/^### （二）依申请公开\n\n2023年/);
    expect(one(told('主动公开信息12条。\n\n‸'), 'topic:依申请公开').text).toMatch(/^2023年/);
    expect(one(told('1.主动公开。12条。\n\n‸'), 'topic:依申请公开').text).toMatch(
      /^2\.依申请公开。/,
    );
  });

  it('are a sentence under a heading that is there', () => {
    expect(one(told('（一）依申请公开。‸'), 'topic:依申请公开').accepted).toContain(
      '（一）依申请公开。2023年未收到政府信息公开申请，',
    );
    expect(one(told('### （一）依申请公开\n\n‸'), 'topic:依申请公开').accepted).toContain(
      '### （一）依申请公开\n\n2023年未收到政府信息公开申请，',
    );
    expect(ids(told('（一）依申请公开。收到0件。‸'))).toEqual([]);
    expect(ids(told('（一）依申请公开。我镇认真办理。公开‸'))).toEqual([]);
    expect(
      one(
        told(
          '（一）依申请公开。我镇认真办理群众提出的每一件申请，依法登记、审核、答复、送达，严格遵守法定的期限。本年新收‸',
        ),
        'topic:依申请公开',
      ).accepted,
    ).toContain('严格遵守法定的期限。2023年未收到政府信息公开申请，');
  });
});

describe('sentences', () => {
  it.each([
    [2, '‸', 'sentence:disclosure', '2023年制发行政规范性文件0件，废止0件，现行有效0件；'],
    [3, '‸', 'sentence:requests', '2023年未收到政府信息公开申请，没有上年结转的申请。'],
    [4, '‸', 'sentence:review', '2023年未发生因政府信息公开引起的行政复议、行政诉讼。'],
    [6, '‸', 'sentence:noFee', '2023年未收取政府信息公开信息处理费。'],
    [
      6,
      '没有其他事项。xxclf‸',
      'sentence:noFee',
      '没有其他事项。2023年未收取政府信息公开信息处理费。',
    ],
    [
      6,
      '信息处理费‸',
      'sentence:fee',
      '2023年收取政府信息公开信息处理费【件数】件，共计【金额】元。',
    ],
  ] as const)('of section %i: %s', (section, written, id, expected) => {
    const body = section < 6 ? `${written}\n\n${BODY[section]}` : written;
    expect(one(report({ [section]: body }), id).accepted).toContain(expected);
  });

  it('are none that are there already', () => {
    expect(ids(report({ 6: `${BODY[6]}‸` }))).toEqual(['sentence:nothingElse']);
    expect(ids(report({ 5: `${BODY[5]}‸` }))).toEqual([]);
    expect(ids(report({ 5: '存在的问题：公开不够及时。‸' }))).toEqual(['sentence:improvements']);
  });

  it('say nothing of the fee before it was taken', () => {
    expect(ids(report({ 6: '‸' }).replaceAll('2023', '2020'))).toEqual(['sentence:nothingElse']);
  });
});

describe('the beginning', () => {
  it('has a title where there is none', () => {
    expect(one('‸', 'title').text).toBe('【机关全称】【年份】年政府信息公开工作年度报告');
    expect(ids('机关‸')).toEqual(['title']);
    expect(ids('‸')).toEqual(['title']);
    expect(ids(`‸\n\n${TITLE}\n`)).toEqual([]);
    expect(ids(`${TITLE}\n\n‸`)).toContain('section:1');
    expect(ids('你好，‸')).toEqual([]);
    expect(ids('# 政务公开工具\n\n整理申请。\n\n‸')).toEqual([]);
  });

  it('names basis and period, what is missing of them', () => {
    const text = (words: string) => report().replace('\n\n', `\n\n${words}\n\n`);
    expect(labels(text('‸')).slice(0, 3)).toEqual(['编制依据和统计期限', '编制依据', '统计期限']);
    expect(labels(text('根据《条例》编制。‸'))).toEqual(['统计期限']);
    expect(one(text('‸'), 'preamble').text).toBe(
      '根据《中华人民共和国政府信息公开条例》第四十九条、第五十条和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）的要求，编制本报告。本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    );
    expect(one(text('‸').replaceAll('2023', '2020'), 'preamble').text).toContain('〔2019〕60号');
  });
});

describe('notices', () => {
  const FORMAT =
    '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》';
  const NUMBER = '国办公开办函〔2021〕30号';

  it.each([
    ['按照国办‸', 'number:format', `按照${NUMBER}`],
    ['按照国办公开办函〔‸〕', 'number:format', `按照${NUMBER}`],
    ['按照国办公开办函〔2021〕‸', 'number:format', `按照${NUMBER}`],
    ['按照〔‸〕', 'number:format', `按照${NUMBER}`],
    ['按照〔‸〕', 'notice:format', `按照${FORMAT}（${NUMBER}）`],
    [`按照${FORMAT}（国办‸）的要求`, 'number:format', `按照${FORMAT}（${NUMBER}）的要求`],
    [`按照${FORMAT}（‸〔）`, null, ''],
    ['按照《‸》', 'notice:format', `按照${FORMAT}（${NUMBER}）`],
    ['按照《年度报告格式‸》的要求', 'notice:format', `按照${FORMAT}（${NUMBER}）的要求`],
    ['按照《中华人民共和国政府信息公开工作年度‸', 'notice:format', `按照${FORMAT}（${NUMBER}）`],
    [`按照《国务院‸》（${NUMBER}）`, 'notice:format', `按照${FORMAT}（${NUMBER}）`],
    ['按照《中华‸》', 'notice:regulation', '按照《中华人民共和国政府信息公开条例》'],
  ] as const)('%s', (written, id, expected) => {
    const text = report({ 6: written });
    if (id === null) expect(ids(text)).toEqual([]);
    else expect(one(text, id).accepted.endsWith(expected)).toBe(true);
  });

  it.each([
    '国办‸公开办函〔2019〕60号',
    '国办公开‸办函〔2021〕31号',
    '国办公开办函‸〔〕',
    '国办公开办函〔‸2021〕3号',
    '国办公开办函〔‸2019〕60号',
    '国办公开办函〔20‸19〕60号',
    '国办公开办函〔2021‸年〕 第30号',
    '国办公开办函〔2021‸〕30 号',
    '国办公开办函〔2021〕‸31号',
    '国办公开办函〔2021〕3‸1号',
    '国办公开办函〔2021〕3‸号',
    '〔‸2021〕30号',
    '国办公开办函〔‸',
    '国办公开办函〔2021〕‸',
  ])('take the place of the rest of a number: %s', (written) => {
    for (const behind of ['的要求', '，3件', '（见附件）']) {
      const { accepted } = one(report({ 6: `按照${written}${behind}` }), 'number:format');
      expect(accepted).toContain(`按照${NUMBER}${behind}`);
    }
  });

  it.each(['国办‸公开办函〔2021〕30号', '国办公开办函〔‸2021〕30号', '国办公开办函〔2021〕30‸号'])(
    'are none where the number stands there: %s',
    (written) => {
      const found = at(report({ 6: `按照${written}的要求` })).filter(({ id }) =>
        /^number/.test(id),
      );
      expect(found.map(({ id }) => id)).not.toContain('number:format');
      for (const { accepted, label } of found) expect(accepted).toContain(`按照${label}的要求`);
    },
  );

  it.each([
    ['国办‸公开工作要求', '公开工作要求'],
    ['国办‸发展规划〔2021〕', '发展规划〔2021〕'],
    ['国办‸函，〔2021〕30号', '函，〔2021〕30号'],
    ['国办公开办函〔‸2021年收到30件', '2021年收到30件'],
    ['国办公开办函〔‸〕2021年', '2021年'],
    ['国办公开办函〔‸〕30件', '30件'],
    ['国办公开办函〔2021〕‸30件', '30件'],
    ['国办公开办函〔2021〕‸，30号', '，30号'],
    ['国办公开办函〔2021〕‸（2021〕30号', '（2021〕30号'],
  ])('leave alone what belongs to no number: %s', (written, rest) => {
    expect(one(report({ 6: `按照${written}` }), 'number:format').accepted).toContain(
      `按照${NUMBER}${rest}`,
    );
  });

  it.each([
    '《‸国务院办公厅关于印发〈年度报告格式〉的通知》',
    '《国务院办公厅‸关于印发〈年度报告格式〉的通知》',
    '《年度‸报告格式》',
    '《年度报告格式‸〉》',
  ])('take the place of the rest of a title: %s', (written) => {
    const whole = one(report({ 6: `按照${written}的要求` }), 'notice:format');
    expect(whole.accepted).toContain(`按照${FORMAT}（${NUMBER}）的要求`);
    const numbered = one(report({ 6: `按照${written}（${NUMBER}）和《条例》` }), 'notice:format');
    expect(numbered.accepted).toContain(`按照${FORMAT}（${NUMBER}）和《条例》`);
  });

  it.each([
    ['《‸的要求，按照《条例》', '的要求，按照《条例》'],
    ['《年度报告‸。其他事项》', '。其他事项》'],
    ['《年度报告‸格式', '格式'],
  ])('leave alone what belongs to no title: %s', (written, rest) => {
    expect(one(report({ 6: `按照${written}` }), 'notice:format').accepted).toContain(
      `按照${FORMAT}（${NUMBER}）${rest}`,
    );
  });

  it.each([
    '《中华‸人民共和国档案法》',
    '《‸青禾县政务公开办法》',
    '《国务院‸关于机构设置的通知》',
  ])('are none in the title of another paper: %s', (written) => {
    expect(ids(report({ 6: `按照${written}` }))).toEqual([]);
  });

  it('are those of the year, the format first', () => {
    expect(labels(report({ 6: '按照国办‸' }))[0]).toBe(NUMBER);
    expect(labels(report({ 6: '按照国办‸' })).join()).not.toContain('〔2019〕60号');
    const old = report({ 6: '按照国办‸' }).replaceAll('2023', '2020');
    expect(labels(old)[0]).toBe('国办公开办函〔2019〕60号');
    expect(labels(old).join()).not.toMatch(/〔202[12]〕/);
  });

  it('are not offered for papers of others', () => {
    expect(ids(report({ 6: '按照青政办发〔‸〕' }))).toEqual([]);
    expect(ids(report({ 6: '按照《青禾县‸》' }))).toEqual([]);
  });
});

describe('phrases', () => {
  it.each([
    ['坚持以公开‸', '坚持以公开为常态、不公开为例外'],
    ['坚持以公开为常态、‸，', '坚持以公开为常态、不公开为例外，'],
    ['推进ssj‸', '推进双随机、一公开'],
  ])('%s', (written, expected) => {
    const [phrase, ...others] = at(report({ 6: written }));
    expect(others).toEqual([]);
    expect(phrase?.accepted.endsWith(expected)).toBe(true);
  });

  it.each(['坚持以‸', '以公开‸为常态、不公开为例外', '我们‸', '公开、‸', 'OK‸'])(
    'none: %s',
    (written) => {
      expect(ids(report({ 6: `${BODY[6]}没有其他需要报告的事项。${written}` }))).toEqual([]);
    },
  );
});

describe('completions', () => {
  it('are none in code, in comments and in other texts', () => {
    expect(ids(report({ 6: '```\n以公开‸\n```' }))).toEqual([]);
    expect(ids(report({ 6: '<!--\n以公开‸\n-->' }))).toEqual([]);
    expect(ids('今天开会讨论。\n\n明天再议。\n\n国办‸')).toEqual([]);
  });

  it('are none that change nothing', () => {
    expect(ids(report().replace('二、主动公开政府信息情况', (line) => `${line}‸`))).toEqual([]);
    const row = `${requestsWith('重复申请', '\t\t2.重复申请‸\t0\t0\t0\t0\t0\t0\t0')}`;
    expect(labels(report({ 3: row }))).toEqual([]);
  });

  it('are about the cursor, wherever it is', () => {
    const text = `${report({ 4: null })}\r\n\r\n（`;
    const read = parseReport(text);
    for (let offset = 0; offset <= text.length; offset++)
      for (const { replace, body } of completionsAt(read, offset, 'tab')) {
        expect(replace.start).toBeLessThanOrEqual(offset);
        expect(replace.end).toBeGreaterThanOrEqual(offset);
        expect(text.slice(replace.start, replace.end)).not.toMatch(/[\r\n]/);
        expect(toPlainText(body)).not.toBe('');
      }
  });
});

describe('the list of all', () => {
  const list = (text: string, offset = text.length) =>
    insertables(parseReport(text), offset, 'tab');

  it('has what is missing first, each where it belongs', () => {
    const text = report({ 3: '无', 4: null });
    const missing = list(text).filter(({ isMissing }) => isMissing);
    expect(missing.map(({ id }) => id)).toEqual([
      'preamble',
      'preamble:basis',
      'preamble:period',
      'section:4',
      'table:requests',
      'topic:依申请公开',
      'topic:政府信息管理',
      'topic:政府信息公开平台建设',
      'topic:监督保障',
    ]);
    expect(list(text).slice(0, missing.length)).toEqual(missing);
    const place = missing.find(({ id }) => id === 'section:4')?.offset ?? 0;
    expect(text.slice(place)).toMatch(/^五、/);
  });

  it('is the title alone where nothing is there yet', () => {
    expect(list('').map(({ id }) => id)).toEqual(['title']);
  });

  it('has words for the cursor where it stands in running text', () => {
    const text = report();
    expect(list(text).map(({ id }) => id)).toContain('notice:format');
    expect(list(text, text.indexOf('重复申请')).every(({ offset }) => offset !== null)).toBe(true);
    expect(
      list('今天开会。\n\n明天再议，后天还要接着讨论这件事，大后天也一样。\n\n以后再说。'),
    ).toEqual([]);
  });
});

describe('snippets', () => {
  it('are escaped', () => {
    const parts = ['a$b}c\\d', { value: '}$' }, { value: '' }] as const;
    expect(toSnippetText(parts)).toBe(`a\\$b\\}c\\\\d\${1:\\}\\$}\${2}`);
    expect(shownText(toSnippetText(parts))).toBe(toPlainText(parts));
  });
});

describe('in a cell', () => {
  const ROW = '一、本年新收政府信息公开申请数量\t\t\t';
  const whole = (cells: string) => {
    const written = table('requests').replace(`${ROW}${Array(7).fill(0).join('\t')}`, ROW + cells);
    return report({ 3: written });
  };

  it.each([
    ['a blank one takes 0', '5\t‸\t0\t0\t0\t0\t', ['0'], '5\t0\t0\t0\t0\t0\t'],
    ['a blank total its sum', '5\t1\t0\t0\t0\t0\t‸', ['6'], '5\t1\t0\t0\t0\t0\t6'],
    ['a sign for nothing becomes 0', '5\t/‸\t0\t0\t0\t0\t5', ['0'], '5\t0\t0\t0\t0\t0\t5'],
  ])('%s', (_, cells, wanted, accepted) => {
    const found = at(whole(cells));
    expect(found.map(({ label }) => label)).toEqual(wanted);
    expect(found[0]?.accepted).toBe(whole(accepted));
    expect(found[0]?.detail).toMatch(/：“一、本年新收政府信息公开申请数量”的“.+”$/);
  });

  it('the one wrong cell takes what is right', () => {
    const wrong = report({
      3: table('requests').replace(
        '2.重复申请\t0\t0\t0\t0\t0\t0\t0',
        '2.重复申请\t0\t0\t0\t0\t0\t0\t‸4',
      ),
    });
    const [first, ...others] = at(wrong);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ kind: 'figure', label: '0', accepted: report() });
  });

  it.each(['5‸\t0\t0\t0\t0\t0\t5', '0\t0\t0\t0\t0\t0\t‸0'])(
    'nothing is offered where all is right: %s',
    (cells) => expect(labels(whole(cells))).toEqual([]),
  );

  it('nor of a total that cannot be known', () => {
    expect(labels(whole('5\t\t0\t0\t0\t0\t‸'))).not.toContain('5');
  });

  it('a blank cell of Markdown keeps its bars', () => {
    const text = `${TITLE}\n\n三、收到和处理政府信息公开申请情况\n\n${writeTable('requests', { template: '2021', layout: 'markdown', eol: '\n', fill: () => '', compact: true })}`;
    const row = '| 一、本年新收政府信息公开申请数量 |  |  | ';
    const [found] = at(text.replace(row, `${row}‸`));
    expect(found?.label).toBe('0');
    expect(found?.accepted).toContain(`${row}0 |`);
  });
});
