// What the units tell: sentences put together by lot of short words and of three places each, so that two
// units have no passage in common; in all, what a report must tell.
import type { SectionNumber } from '../../server/src/form/formats.js';
import type { ReportFacts } from '../generate/facts.js';
import type { Random } from '../generate/random.js';
import { STEMS } from './names.js';

const WHEN =
  '开春之后 麦收前夕 月初例会 汛期以前 入冬以来 周三上午 学校放假 庙会期间 年中盘点 新茶上市 国庆前后 清明前后 春耕时节 秋收以后 雨季来临 年底结账'.split(
    ' ',
  );
const WHO =
  '文书小组 值班同志 档案专员 窗口人员 法制干事 财务人员 驻村干部 宣传专干 热线专员 统计人员 网格队员 机关党员 青年志愿者 退休教师 大学生村官 综合科室'.split(
    ' ',
  );
const WHAT =
  '低保名册 水利账目 修路预算 征地图纸 补贴清单 防汛预案 招工简章 药品价目 公厕选址 林权台账 供水计划 清运路线 危房名单 学区地图 施肥配方 消防器材表'.split(
    ' ',
  );
const HOW =
  '抄成大字 做成图表 念给乡亲 贴上展板 录成短片 印成折页 挂到网上 送到院坝 编成问答 译成方言 装订成册 绘成漫画 逐条标注 分村打印 排成目录 配上照片'.split(
    ' ',
  );
const SO =
  '疑问当场解答 错漏次日改正 老人也看得懂 来访明显减少 意见全部留底 争议就地化解 进度一目了然 账目有人追问 群众拍手叫好 旧稿同时撤下'.split(
    ' ',
  );
const LACK = '核对不够勤 解读偏少 归类不清 更新偏慢 说明太短 配图模糊 字号太小 口径不一'.split(' ');

/** Three places: nobody else has the same three. */
function places(random: Random): string {
  return Array.from({ length: 3 }, () => random.pick(STEMS)).join('、');
}

/** A sentence about what was done. */
function done(random: Random): string {
  const [when, who, what, how, so] = [WHEN, WHO, WHAT, HOW, SO].map((list) => random.pick(list));
  return `${when}，${places(random)}的${who}把${what}${how}，${places(random)}${so}。`;
}

/** `count` sentences about what was done. */
function passage(random: Random, count: number): string {
  return Array.from({ length: count }, () => done(random)).join('');
}

/** Paragraphs by section; the figures in them are those of the tables. */
export function sections(
  { year, tables }: ReportFacts,
  random: Random,
): Record<1 | 5 | 6, string[]> & Partial<Record<SectionNumber, string[]>> {
  const total = (row: string) => tables.requests[row]?.total ?? 0;
  const received = `全年收到公开申请${total('1')}件，上年结转${total('2')}件，办结${total('3.7')}件，结转下年度${total('4')}件。`;
  return {
    1: [
      `${year}年，${passage(random, 2)}`,
      `（一）主动公开。${passage(random, 2)}`,
      `（二）依申请公开。${received}${done(random)}`,
      `（三）政府信息管理。${passage(random, 2)}`,
      `（四）政府信息公开平台建设。${passage(random, 2)}`,
      `（五）监督保障。${passage(random, 2)}工作考核、社会评议和责任追究情况按季度通报。`,
    ],
    5: [
      `（一）存在的主要问题。一是${lacking(random)}；二是${lacking(random)}；三是${lacking(random)}。`,
      `（二）改进情况。${mending(random)}${mending(random)}${mending(random)}`,
    ],
    6: [`${year}年没有收取信息处理费。${done(random)}`],
  };
}

function lacking(random: Random): string {
  return `${places(random)}的${random.pick(WHO)}对${random.pick(WHAT)}${random.pick(LACK)}，${random.pick(WHEN)}才补上`;
}

function mending(random: Random): string {
  return `${places(random)}的${random.pick(WHO)}负责把${random.pick(WHAT)}${random.pick(HOW)}，${random.pick(WHEN)}再查一遍，做到${random.pick(SO)}。`;
}
