// A small county with known faults, in files of all kinds, for who reviews it.
import { wholeReport } from '../../server/src/rules/examples.js';
import { createReportService, exported } from '../../server/src/service/index.js';
import { encoded } from './encoded.js';

/** Ninety words of somebody's own. */
const TOLD =
  '春汛之前把各村渡口的水位牌重新漆过，照片和读数逐日贴在祠堂的告示栏里，老人看不清字的，由小学的值日生念给他们听；秋收以后又把灌溉渠的修补账目抄成大字，挂在粮站门口，谁家出了几个工、用了几袋水泥，一目了然，有疑问的当场翻底账。';
const SAME = '我镇依法做好政府信息公开工作。';
/** The report of an organ, with nothing to find. */
export const countyReport = (organ: string, changes: Record<string, string> = {}, year = 2023) =>
  wholeReport({ 青禾县云水镇人民政府: organ, ...changes }, year);
/** 本年新收 with a figure that breaks three relations. */
export const withWrongTotal = (text: string) =>
  text.replace(/(本年新收政府信息公开申请数量\t+)0((?:\t0){5}\t)0/, '$15$26');
const word = async (text: string) => exported(createReportService().parse(text), 'docx');
const html = async (text: string) => exported(createReportService().parse(text), 'html');

/** The list of its units. */
export const UNITS = encoded(
  '单位,上级\r\n云水镇,青禾县\r\n柳溪镇,青禾县\r\n"=HYPERLINK(1)",青禾县\r\n',
  'gb18030',
);

/** Files by name: 云水镇 has a total that is wrong, 柳溪镇 and 石桥镇 tell the same, 教育局 has sent two. */
export async function smallCounty(): Promise<Record<string, string | Uint8Array>> {
  return {
    '云水镇.docx': await word(withWrongTotal(countyReport('青禾县云水镇人民政府'))),
    '往年/云水镇2022.txt': countyReport('青禾县云水镇人民政府', {}, 2022),
    '柳溪镇.html': await html(countyReport('青禾县柳溪镇人民政府', { [SAME]: TOLD })),
    '石桥镇.md': countyReport('青禾县石桥镇人民政府', { [SAME]: TOLD.replace('各村', '全镇') }),
    '教育局.txt': countyReport('青禾县教育局', { [SAME]: '我局坚持谁职责、谁公开。' }),
    '教育局（1）.txt': countyReport('青禾县教育局'),
    '通知.txt': '关于开会的通知',
    '坏.docx': '不是',
  };
}
