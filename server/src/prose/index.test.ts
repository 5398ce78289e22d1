// Reading figures and claims in sentences: what is counted, and how much.
import { describe, expect, it } from 'vitest';
import { parseReport } from '../reading/parse.js';
import { fold, spanIn } from './foldSentence.js';
import { readingsOf, readStatements, type Subject } from './index.js';
import { readLists } from './partLists.js';
import { readFigures } from './textFigure.js';

const title = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
const report = (text: string) => parseReport(`${title}\n\n一、总体情况\n\n${text}\n`);

function name(subject: Subject): string {
  if (subject.table === 'review') return `${subject.blocks.join('+')}.${subject.columns.join('+')}`;
  if (subject.table === 'disclosure') return `${subject.row}.${subject.act}`;
  const act = typeof subject.act === 'string' ? subject.act : subject.act.outcome;
  return subject.applicant === 'total' ? act : `${act}.${subject.applicant}`;
}

/** received=14 finished=13 …; a claim in words has an exclamation mark. */
const read = (text: string) =>
  readStatements(report(text))
    .map(({ subject, value, figure }) => `${name(subject)}=${value}${figure ? '' : '!'}`)
    .join(' ');

describe('figures', () => {
  const figures = (text: string) =>
    readFigures(text).map(
      ({ value, measure, approximate }) => `${approximate ? '~' : ''}${value}${measure}`,
    );
  it.each([
    ['收到申请14件，办结13件', ['14件', '13件']],
    ['三件、十二件、两次', ['3件', '12件', '2次']],
    ['一百零三件', ['103件']],
    ['二○件、三亿件', ['20件', '300000000件']],
    ['○件、○○件、亿件', []],
    ['公开16万余条、2.5万条', ['~160000条', '25000条']],
    ['约20件，近30件，10余件，5件以上', ['~20件', '~30件', '~10件', '~5件']],
    ['收费35.25万元', ['352500元']],
    ['增长12.5%，降低2个百分点', ['12.5%', '2个百分点']],
    ['2023年1月1日至12月31日', []],
    ['第二十条第（一）项，国办公开办函〔2021〕30号', []],
    ['3个工作日内、24小时', []],
    ['1至2名、3-5件', []],
    ['“1+9+N”模式、5·15政务公开日', []],
    ['办好每一件申请，办成一件事，一次性告知', []],
    ['几十件、上百件', []],
    ['部分公开6，占7.5%；不予公开9件', ['6', '7.5%', '9件']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe('folding', () => {
  it('leaves out spaces and line breaks, and finds the way back', () => {
    const text = '收到 申 请\n\n１２,３４５ 件(网上)';
    const folded = fold(text, [{ start: 0, end: text.length }]);
    expect(folded.text).toBe('收到申请12345件（网上）');
    const { start, end } = spanIn(folded, 4, 10);
    expect(text.slice(start, end)).toBe('１２,３４５ 件');
  });
  it('keeps the comma of half-width text', () => {
    const text = '公文24,要闻23';
    expect(fold(text, [{ start: 0, end: text.length }]).text).toBe('公文24，要闻23');
  });
});

describe('statements', () => {
  it.each([
    [
      '2023年共收到政府信息公开申请14件，上年结转2件，办结15件，结转下年度1件。',
      'received=14 carriedIn=2 finished=15 carriedOut=1',
    ],
    ['2023年新收申请三件，2022年结转一件。', 'new=3 carriedIn=1'],
    ['全年收到政府信息公开申请三百件。', 'received=300'],
    ['全年收到政府信息公开申请数百件。', ''],
    ['我镇共处理依申请公开16件。', 'handled=16'],
    ['（二）依申请公开情况。全年共收到13件，已答复13件。', 'received=13 answered=13'],
    [
      '收到政府信息公开申请14件，其中予以公开、部分公开、不予公开分别为9件、2件、3件。',
      'received=14 disclosed=9 3.2=2 3.3=3',
    ],
    [
      '收到政府信息公开申请14件（自然人申请12件、商业企业2件）。',
      'received=14 handled.natural=12 handled.business=2',
    ],
    [
      '因政府信息公开被申请行政复议3件（维持2件、纠正1件），行政诉讼1件。',
      'reconsideration.total=3 reconsideration.upheld=2 reconsideration.corrected=1 litigation.total=1',
    ],
    [
      '制发行政规范性文件8件，废止3件，现行有效行政规范性文件20件。',
      'normative.issued=8 normative.repealed=3 normative.inForce=20',
    ],
    [
      '未收到政府信息公开申请，未发生行政复议、行政诉讼。',
      'new=0! reconsideration.total=0! litigation.total=0!',
    ],
    ['收到政府信息公开申请4件，均已按时办结。', 'received=4 carriedOut=0!'],
    ['网上收到政府信息公开申请4件。', ''],
    ['2022年收到政府信息公开申请4件。', ''],
    ['全县收到政府信息公开申请4件。', ''],
    ['备案行政复议案件4件、行政诉讼案件2件。', ''],
    ['主动公开信息120条。', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  it.each([
    ['青禾省人民政府', '省', '县'],
    ['青禾市人民政府', '市', '省'],
    ['青禾县人民政府', '县', '市'],
    ['清河市青禾区人民政府', '区', '市'],
    ['青禾旗人民政府', '旗', '盟'],
    ['青禾自治州人民政府', '州', '省'],
    ['青禾盟行政公署', '盟', '旗'],
    ['青禾县云水镇人民政府', '镇', '县'],
    ['青禾县石桥乡人民政府', '乡', '县'],
    ['青禾区云水街道办事处', '街道', '区'],
    ['青禾县教育局', '局', '县'],
  ])('of what came to it: %s, 我%s, not 我%s', (organ, own, other) => {
    const values = (words: string) =>
      readStatements(
        parseReport(`${organ}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${words}\n`),
      ).map(({ value }) => value);
    const to = (unit: string) => `收到公民、法人和其他组织向我${unit}提出的政府信息公开申请`;
    expect(values(`${to(own)}4件。`)).toEqual([4]);
    expect(values(`未${to(own)}。`)).toEqual([0]);
    expect(values(`${to(other)}4件。`)).toEqual([]);
    expect(values(`未${to(other)}。`)).toEqual([]);
  });
  it('reads nothing in a report whose year is unknown', () => {
    const text = '一、总体情况\n\n收到政府信息公开申请4件。\n\n六、其他需要报告的事项\n\n无。\n';
    expect(readStatements(parseReport(text))).toEqual([]);
  });
});

describe('lists', () => {
  const lists = (text: string) => {
    const [first] = readingsOf(report(text));
    return (first ? readLists(first, null) : []).map(
      ({ total, parts, closed }) =>
        `${total.value}${closed ? '=' : '≥'}${parts.map(({ figure }) => figure.value).join('+')}`,
    );
  };
  it.each([
    ['公开信息60条，其中公文4条、要闻30条。', ['60≥4+30']],
    ['公开信息60条，其中公文4条、要闻30条、其他26条。', ['60=4+30+26']],
    ['公开信息60条（公文4条，要闻30条，公告26条）。', ['60=4+30+26']],
    ['收到177件（含网上申请3件）。', ['177≥3']],
    ['网上申请4件，信函申请3件，合计7件。', ['7=4+3']],
    ['公开信息60条，其中公告4条、公文30件。', []],
    ['公开信息约60条，其中公文4条、要闻30条。', []],
  ])('%s', (text, expected) => {
    expect(lists(text)).toEqual(expected);
  });
});
