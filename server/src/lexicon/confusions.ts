// Slips that no table of words can know, since both forms are words: each with the guards that were
// found by reading. One entry a confusion; its tests are in confusions.test.ts.

export interface Confusion {
  readonly wrong: string;
  readonly right: string;
  /** Where in `wrong` the two characters begin that call for a look here. */
  readonly look: number;
  /** What must stand before, must not stand before, must stand after, must not stand after. */
  readonly before?: RegExp;
  readonly notBefore?: RegExp;
  readonly after?: RegExp;
  readonly notAfter?: RegExp;
}

/** What else reacts. */
const OF_BODIES = /[应不良急快生学激种敏毒肠热核链锁射]$/;
/** A time up to which something is counted. */
const DATE =
  /^(?:目前|现在|今年|去年|本年|上年|当年|年底|报告期|统计|\s*[0-9０-９]{4}|[一二][〇○零一二三四五六七八九]{3}年)/;
/** 截止 begins its clause, or what was counted stands before it; behind other words it is a deadline. */
const COUNTED = /(?:^|[^\u4e00-\u9fff]|数据|统计|共计|已|现)$/;

export const CONFUSIONS: readonly Confusion[] = [
  { wrong: '的的', right: '的', look: 0, notBefore: /[目标有别打]$/, notAfter: /^[确士]/ },
  {
    wrong: '截止',
    right: '截至',
    look: 0,
    before: COUNTED,
    after: DATE,
  },
  { wrong: '截至', right: '截止', look: 0, after: /^(?:日期|时间|期限)(?=[为是：:，。、）]|$)/ },
  {
    wrong: '以申请公开',
    right: '依申请公开',
    look: 0,
    notBefore: /[可予难加足得所]$/,
    notAfter: /^(?:为|的方式|方式|形式)|^[\u4e00-\u9fff]{0,5}(?:为[名由]|的名义)/,
  },
  { wrong: '于以公开', right: '予以公开', look: 0, notBefore: /[终对关由基至鉴位属]$/ },
  { wrong: '与以公开', right: '予以公开', look: 0, before: /(?:^|[^\u4e00-\u9fff])$/ },
  // A label of the table, after its number or before its figures; in prose 不分公开与否 is right.
  { wrong: '不分公开', right: '部分公开', look: 0, before: /[（(]二[）)]\s*$/ },
  {
    wrong: '不分公开',
    right: '部分公开',
    look: 0,
    before: /(?:^|[^\u4e00-\u9fff])$/,
    after: /^\s*[0-9０-９（(\t|]/,
  },
  { wrong: '编及发布', right: '编辑发布', look: 0, notBefore: /[汇新选]$/ },
  { wrong: '可通过可以通过', right: '可通过', look: 2 },
  { wrong: '可以通过可通过', right: '可以通过', look: 3 },
  { wrong: '可以可以', right: '可以', look: 1 },
  {
    wrong: '反应',
    right: '反映',
    look: 0,
    after: /^(?:的)?(?:问题(?!导向)|意见|诉求|民意|社情)/,
    notBefore: OF_BODIES,
  },
  // the state of a reaction, unless somebody tells of it
  {
    wrong: '反应',
    right: '反映',
    look: 0,
    before: /(?:[群民公]众|[居村市网]民|代表|委员|来[信电访]|企业)$/,
    after: /^的?情况/,
    notBefore: OF_BODIES,
  },
  {
    wrong: '必需',
    right: '必须',
    look: 0,
    // 要素, 经费, 由头 are things that are needed
    after:
      /^(?:要(?![素件点求领义价约道害闻塞])|严格|坚持|按照|按(?![键钮])|加强|符合|经过|经(?![费营济验书纪典])|依法|进行|由(?!头)|在|遵守|做到|及时|予以)/,
  },
  {
    wrong: '公式',
    right: '公示',
    look: 0,
    before: /(?:予以|进行|进行了|对外|网上|张榜|按时|媒体|统一)$/,
    notAfter: /^(?:计算|推导|换算)/,
  },
  { wrong: '公式', right: '公示', look: 0, after: /^(?:公告|栏|期满|期间|平台)/ },
  {
    wrong: '做为',
    right: '作为',
    look: 0,
    notBefore: /[叫当看称]$/,
    notAfter: /^(?:民|群众|人民|企业|公众|社会|了|他|农)/,
  },
  { wrong: '布署', right: '部署', look: 0 },
  { wrong: '给于', right: '给予', look: 0, notBefore: /[供送交配]$/ },
  { wrong: '赋于', right: '赋予', look: 0 },
  { wrong: '己公开', right: '已公开', look: 0, notBefore: /[自知利律克为异各]$/ },
  { wrong: '己答复', right: '已答复', look: 0, notBefore: /[自知利律克为异各]$/ },
  { wrong: '己办结', right: '已办结', look: 0, notBefore: /[自知利律克为异各]$/ },
  { wrong: '己建立', right: '已建立', look: 0, notBefore: /[自知利律克为异各]$/ },
  { wrong: '己完成', right: '已完成', look: 0, notBefore: /[自知利律克为异各]$/ },
  { wrong: '己全部', right: '已全部', look: 0, notBefore: /[自知利律克为异各]$/ },
  {
    wrong: '己于',
    right: '已于',
    look: 0,
    notBefore: /[自知利律克为异各]$/,
    after: /^\s*[0-9年月日今去当]/,
  },
];

/** The pairs at which a confusion is looked for. */
export function looks(): string[] {
  return CONFUSIONS.map(({ wrong, look }) => wrong.slice(look, look + 2));
}

/** The confusion that stands in the text with its look at (i - 1, i), if any: where it begins. */
export function confusionAt(
  text: string,
  i: number,
  from: number,
  to: number,
): { confusion: Confusion; start: number } | undefined {
  for (const confusion of CONFUSIONS) {
    const start = i - 1 - confusion.look;
    const end = start + confusion.wrong.length;
    if (start < from || end > to || !text.startsWith(confusion.wrong, start)) continue;
    const before = text.slice(Math.max(from, start - 8), start);
    const after = text.slice(end, Math.min(to, end + 8));
    if (confusion.before && !confusion.before.test(before)) continue;
    if (confusion.notBefore?.test(before)) continue;
    if (confusion.after && !confusion.after.test(after)) continue;
    if (confusion.notAfter?.test(after)) continue;
    return { confusion, start };
  }
  return undefined;
}
