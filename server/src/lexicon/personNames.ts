// Names, titles, substances and the other things beside which characters may meet that never meet elsewhere.

/** What ends a name and begins a word beside it: 我市｜市民, 外交部｜部长. */
const HEADS = '省市县区镇乡村部局会党社院';

/** What ends or begins a word and is also a word of its own: 参与｜与, 和｜和谐. */
const PARTICLES = '与和及对为在于以由从给可有是不同向';

/** Surnames that are seldom words of their own beside a mark; what stands before and after names. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦史侯邵孟雷钱汤尹黎乔贺赖龚顾段施毛康牛温樊葛倪庞聂庄柯阮鲁裴骆俞翁詹颜殷耿石方文白江金易武严龙';
const TITLES = '长记任志员由和与及席对';
const NAME_ENDS = '一二两三四五六七八九十几同等出任为主参副局县书作在、';

/** Behind these stands somebody's name, a surname perhaps before what is looked at. */
const BEFORE_NAME =
  /(?:[科局处镇乡县区市村部院校所站队组会股司厅行社团]长|主任|书记|经理|主席|委员|代表|专员|干事|记者|教授|老师|联系人|负责人|经办人|承办人|责任人|审核人|发言人|申请人|法人|姓名|通讯员|联络员|讲解员|队员|组员|会员|志愿者|作者|编辑|校对|审校|撰稿|供稿|摄影)[：:\s]*[\u4e00-\u9fff]{0,2}$/;
/** Before these too. */
const BEHIND_NAME =
  /^(?:同志|先生|女士|老师|负责|带队|带领|率队|主持|担任|出席|[科局处镇乡县区市村部院校所站]长|主任|书记)/;
/** What places and firms are called, right behind their names; 村务, 镇级 are other words. */
const PLACE =
  /^(?:[路街巷弄村镇乡河江湖溪港桥山岛湾庄屯堡寨坝渠库厂店](?![务级])|大道|大街|胡同|社区|小区|街道|园区|花园|广场|大厦|大楼|水库|酒店|宾馆|医院|学校|分院|分校|分店|分行|支行|分社|诊所|药店|书店|幼儿园|公园|公寓|市场|商场|小学|中学|大学|银行|超市|农场|林场)/;
const FIRM = /^[\u4e00-\u9fff]{0,4}?(?:公司|集团|有限)/;

/** No given name is longer. */
const LONGEST_GIVEN = 2;
/** 欧阳, and the point in 买买提·… */
const BEFORE_GIVEN =
  /(?:欧阳|诸葛|司马|上官|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|端木|宇文|长孙|[\u4e00-\u9fff][·•・‧])$/;
/** 签收： and the like, with nothing else behind it than what is looked at. */
const BEFORE_VALUE = /(?:^|[^\u4e00-\u9fff])[\u4e00-\u9fff]{2,6}[：:]\s*$/;

/** Elements, and what the names of substances are made of. */
const SUBSTANCES =
  /[镉铅镍铬锑铊铋镧铈镨钕钐铕钆铽镝钬铒铥镱镥锂铍铷铯锶钡钪钇锆铌钽钼钨铼锇铱铂钯铑钌锗铟镓硒碲砷氟氯溴碘氨胺肼苯烷烃烯炔酯酮醇醛醚酚肟唑啶嗪嘧吡呋吲萘蒽氰酐肽甙苷酶螯腈脲胍]/;

/** What is looked at: a stretch of text that a near miss of a word stands in. */
export interface Doubtful {
  readonly start: number;
  readonly end: number;
  /** A term was meant, not any word. */
  readonly isTerm: boolean;
  /** A known word ends right before it. */
  readonly afterWord: boolean;
}

/** Whether a word may be, or be part of, the name of a person, a place or a firm, by what is around. */
export function mayBeName(text: string, { start, end, isTerm, afterWord }: Doubtful): boolean {
  const behind = text.slice(end, end + 8);
  // 授予陈保香, 由杨次公: a surname that belongs to no word, and one or two characters behind it
  if (!isTerm && !afterWord && end - start <= LONGEST_GIVEN)
    if (has(SURNAMES, text[start - 1]) || has(SURNAMES, text[start])) return true;
  if (BEFORE_NAME.test(text.slice(Math.max(0, start - 8), start))) return true;
  if (end - start <= LONGEST_GIVEN && mayBeGiven(text, start, end)) return true;
  if (BEHIND_NAME.test(behind) || FIRM.test(behind) || PLACE.test(behind)) return true;
  if (!isTerm && endsAsPlace(text, start, end)) return true;
  if (!isTerm && SUBSTANCES.test(text.slice(Math.max(0, start - 2), end + 2))) return true;
  // 韩家村: of what is no term, the rest of the name may follow
  const rest = /^[\u4e00-\u9fff]{2}/.exec(behind);
  return !isTerm && rest !== null && (PLACE.test(behind.slice(1)) || PLACE.test(behind.slice(2)));
}

/** 岘村, 贤镇, 新民村's 民村: what is written ends as the names of places do, and more of it may stand before. */
function endsAsPlace(text: string, start: number, end: number): boolean {
  return (
    end - start <= 3 && /[村镇乡庄屯堡寨湾沟坪坝街路巷弄组](?!务)$/.test(text.slice(start, end))
  );
}

/** What names are told behind: 联系人：, 账号：. */
const BEFORE_TOLD_NAME =
  /(?:[长员人手师]|主任|书记|姓名|作者|编辑|校对|账号|帐号|公众号|视频号|昵称|网名|名称)[：:]\s*$/;
const TITLE_BEHIND = /^(?:同志|先生|女士|老师)/;
/** 布署、张三、李四为信息员. */
const NAME_BEHIND = new RegExp(`^、[${SURNAMES}][\\u4e00-\\u9fff]{1,2}(?:[、，。；为任等和]|$)`);

/** The same of a pair that is often confused: 主任布署工作 is no name, so only what nothing else is like counts. */
export function standsAsName(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 8);
  return (
    mayBeGiven(text, start, end) ||
    BEFORE_TOLD_NAME.test(text.slice(Math.max(0, start - 8), start)) ||
    [TITLE_BEHIND, NAME_BEHIND, FIRM, PLACE].some((pattern) => pattern.test(behind))
  );
}

function mayBeGiven(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 9), start);
  return (
    followsSurname(text, start, end) ||
    BEFORE_GIVEN.test(before) ||
    (BEFORE_VALUE.test(before) && !isHan(text[end]))
  );
}

/** Behind these too, and behind a mark: a surname. */
const BEFORE_SURNAME =
  /(?:[村居市股]民|同学|同志|代表|[科局处镇乡县区市村部院校所站队组]长|主任|书记|[和与由及对向叫有是为请派])$/;

/** 王布署同志, 村民李给于: whether what begins at `start` may be a given name behind a surname. */
function followsSurname(text: string, start: number, end: number): boolean {
  if (!has(SURNAMES, text[start - 1])) return false;
  const before = text.slice(Math.max(0, start - 7), start - 1);
  return (
    !isHan(before.at(-1)) ||
    BEFORE_SURNAME.test(before) ||
    BEFORE_NAME.test(before) ||
    BEHIND_NAME.test(text.slice(end, end + 8))
  );
}

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
