// Who copied whom: in a county of invented reports with known copies, and as many likenesses that are none.
import { describe, expect, it } from 'vitest';
import { Random } from '../../../test/generate/random.js';
import { parseReport } from '../reading/parse.js';
import { wholeReport } from '../rules/examples.js';
import { comparedText } from './comparedText.js';
import { type ComparedReport, copiesAmong } from './copies.js';

const WHO = '各村社区 财政所 综合窗口 民政干部 水利站 值班人员 包村组长 农技员 档案员 司法所'.split(
  ' ',
);
const WHEN = '每逢赶集 汛期之前 秋收以后 周五下午 入冬之际 春播期间 月末盘点时 雨天'.split(' ');
const DID = '张贴 讲解 更换 核对 登记 转发 翻译 装订 拍照留存 逐户送达 播放 誊抄'.split(' ');
const WHAT =
  '补助名册 灌溉时刻表 路灯检修单 低保评议结果 修渠账目 防火须知 药品价目 班车时刻 山林界图 校舍图纸 招工启事 种子检验单 宅基地示意图 饮水化验单'.split(
    ' ',
  );
const WHERE = '村口 戏台旁 卫生室 渡口 粮站 小学门口 集市东头 老祠堂 养老院 茶场'.split(' ');

/** A sentence of nobody else's. */
function sentence(random: Random): string {
  const [who, when, did, what, where] = [WHO, WHEN, DID, WHAT, WHERE].map((list) =>
    random.pick(list),
  );
  return `${when}${who}在${where}${did}${what}${random.int(2, 90)}份，${random.pick(DID)}${random.pick(WHAT)}${random.pick(WHERE)}${random.pick(WHO)}。`;
}

const text = (random: Random, count: number) =>
  Array.from({ length: count }, () => sentence(random)).join('');

/** Said by everyone, about the law and about nothing. */
const EVERYONE =
  '本机关高度重视政府信息公开工作，成立领导小组，明确专人负责，形成主要领导亲自抓、分管领导具体抓、各科室配合抓的工作格局，不断提高公开质量和水平。';

interface Told {
  readonly organ: string;
  readonly year?: number;
  readonly first: string;
  readonly fifth: string;
}

function report({ organ, year = 2023, first, fifth }: Told): ComparedReport {
  const report = parseReport(
    wholeReport(
      {
        青禾县云水镇人民政府: organ,
        [`${year}年，我镇依法做好政府信息公开工作。`]: first,
        '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。': fifth,
      },
      year,
    ),
  );
  return { organ, year: report.year, compared: comparedText(report) };
}

const COUNT = 30;
const names = Array.from(
  { length: COUNT },
  (_, i) => `青禾县${'云石柳溪河川'[i % 6]}${'桥坪湾岭塘'[Math.floor(i / 6)]}镇`,
);
const county = names.map((organ, i): Told => {
  const random = new Random(i + 1);
  return {
    organ,
    first: `${organ}2023年做好公开。${EVERYONE}${text(random, 14)}`,
    fifth: `存在的问题：${text(random, 4)}改进措施：${text(random, 4)}`,
  };
});
const own = (i: number) => county[i] as Told;
const found = (changes: Record<number, Partial<Told>>, earlier: readonly Told[] = []) => {
  const all = county.map((told, i) => report({ ...told, ...changes[i] }));
  const copies = copiesAmong([...all, ...earlier.map(report)], 2023);
  return copies.map(({ one, other, share, places }) => ({
    pair: [one.organ, other.organ, other.year],
    share: Math.round(share * 100),
    places,
  }));
};

describe('in a county', () => {
  it('reports of their own are alike in nothing, whatever all of them say', () => {
    expect(found({})).toEqual([]);
  });

  it('one that took another, with its names, years and figures changed, is found with its words', () => {
    const renamed = own(3).first.replaceAll(names[3] as string, names[7] as string);
    const first = renamed.replace(/\d+/g, (figure) => String(Number(figure) + 3));
    const [copy, ...more] = found({ 7: { first, fifth: own(3).fifth } });
    expect(more).toEqual([]);
    expect(copy?.pair).toEqual([...[names[3], names[7]].sort(), 2023]);
    expect(copy?.share).toBe(100);
    const place = copy?.places[0];
    expect(place?.one.text).toContain('份');
    expect(place?.one.text.replace(/\d/g, '')).toBe(place?.other.text.replace(/\d/g, ''));
    expect(copy?.places.map(({ one }) => one.section)).toEqual([1, 5]);
  });

  it('a section alone is found, and a passage of a few sentences', () => {
    const passage = own(9).first.slice(-400);
    const copies = found({
      12: { fifth: own(2).fifth },
      20: { first: own(20).first + passage },
    });
    expect(copies.map(({ pair }) => pair.slice(0, 2).sort())).toEqual(
      expect.arrayContaining([[names[2], names[12]].sort(), [names[9], names[20]].sort()]),
    );
    expect(copies).toHaveLength(2);
    expect(copies.every(({ share }) => share < 60)).toBe(true);
  });

  it('a copy with a word changed in each sentence is found, as one place', () => {
    const first = own(4).first.replaceAll('，', '，并且');
    const [copy] = found({ 5: { first, fifth: own(5).fifth } });
    expect(copy?.pair).toEqual([...[names[4], names[5]].sort(), 2023]);
    expect(copy?.places.length).toBeLessThan(3);
  });

  it('one’s own report of the year before is found where most of it stays', () => {
    const before = { ...own(6), year: 2022 };
    expect(found({}, [before])[0]?.pair).toEqual([names[6], names[6], 2022]);
    const half = { ...before, first: text(new Random(99), 14), fifth: own(6).fifth };
    expect(found({}, [half])).toEqual([]);
  });

  it('another’s report of the year before is found, too', () => {
    const before = { ...own(6), organ: '青禾县白塔镇', year: 2022 };
    expect(found({}, [before])[0]?.pair).toEqual([names[6], '青禾县白塔镇', 2022]);
  });

  it('earlier years are not compared with each other', () => {
    const random = new Random(77);
    const told = { first: text(random, 10), fifth: text(random, 5), year: 2022 };
    const two = ['青禾县白塔镇', '青禾县黑石镇'].map((organ) => ({ ...told, organ }));
    expect(found({}, two)).toEqual([]);
  });
});

describe('nothing is found in', () => {
  const pair = (first: string, fifth = '无。') =>
    copiesAmong(
      names.slice(0, 2).map((organ) => report({ organ, first, fifth })),
      2023,
    );

  it.each([
    [
      'the legal basis and the period',
      '根据《中华人民共和国政府信息公开条例》第四十九条、第五十条和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）的要求，编制本报告。本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    ],
    [
      'quoted phrases',
      '坚持“以公开为常态、不公开为例外”，落实“谁公开、谁负责”“先审查、后公开”，做到“应公开尽公开”。',
    ],
    ['short sentences', '2023年未收到政府信息公开申请。未发生行政复议、行政诉讼。'],
    [
      'headings',
      '（一）主动公开情况\n（二）依申请公开情况\n（三）政府信息管理情况\n（四）平台建设情况\n（五）监督保障情况',
    ],
  ])('%s', (_, first) => {
    expect(pair(first)).toEqual([]);
  });

  it('short reports that share one sentence; where they share most, they are alike', () => {
    const shared = '公开栏设在卫生室和粮站门口的墙上，逢五更换一次。';
    const short = (i: number) => own(i).first.slice(-60);
    const both = (...firsts: string[]) =>
      copiesAmong(
        firsts.map((first, i) => report({ organ: names[i] as string, first, fifth: '无。' })),
        2023,
      );
    expect(both(short(0) + shared, short(1) + shared)).toEqual([]);
    expect(both(short(0) + shared, short(0).slice(-40) + shared)).toHaveLength(1);
  });

  it('two texts of one organ on one year: that is one report sent twice', () => {
    const [one] = county.map(report) as [ComparedReport];
    expect(copiesAmong([one, { ...one }], 2023)).toEqual([]);
  });

  it('reports without a word', () => {
    expect(pair('')).toEqual([]);
    expect(copiesAmong([], 2023)).toEqual([]);
  });
});
