// Names, titles and the other things beside which two characters may meet that never meet elsewhere.

/** What ends a name and begins a word beside it: 我市｜市民, 外交部｜部长. */
const HEADS = '省市县区镇乡村部局会党社院';

/** What ends or begins a word and is also a word of its own: 参与｜与, 和｜和谐. */
const PARTICLES = '与和及对为在于以由从给可有是不同向';

/** Surnames that are seldom words of their own beside a mark; what stands before and after names. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦史侯邵孟雷钱汤尹黎乔贺赖龚';
const TITLES = '长记任志员由和与及席对';
const NAME_ENDS = '一二两三四五六七八九十几同等出任为主参副局县书作在、';

/** Whether a character may end a name and begin the next word. */
export function isHead(character: string | undefined): boolean {
  return has(HEADS, character);
}

/** Whether a character may stand by itself beside a word that has it too. */
export function isParticle(character: string | undefined): boolean {
  return has(PARTICLES, character);
}

/** 王工开, 李善戎: whether the two characters from `start` may be a given name, by what is around. */
export function isGivenName(text: string, start: number): boolean {
  if (!has(SURNAMES, text[start - 1])) return false;
  const before = text[start - 2];
  const after = text[start + 2];
  return (!isHan(before) || has(TITLES, before)) && (!isHan(after) || has(NAME_ENDS, after));
}

function has(list: string, character: string | undefined): boolean {
  return character !== undefined && list.includes(character);
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && character >= '\u4e00' && character <= '\u9fff';
}
