// Texts made to take long: a report in which one fragment of what readers and rules look for is
// repeated, alone, a line each, or in turn with another.

/** What a reader may begin to read at, open, look back to or look out for. */
const FRAGMENTS: readonly string[] = [
  ...'，。、；：！？（）《》〈〉“”‘’【】〔〕「」—…·'.split(''),
  ...',.;:!?()[]{}<>"\'`|｜*#_-~+=/\\$&@%^'.split(''),
  ...'  \u3000\u00a0\u200b\t\n'.split(''),
  '\r\n',
  '\r',
  '\n\n',
  '\n \n',
  ' \t',
  ...'0 1 12 3件 0件 2.5万元 12,345条 １２ 三件 二〇二一 2021 2021年 2023年 1月1日 12月31日 20% −1'.split(
    ' ',
  ),
  ...'〔2021〕 〔2021〕30号 国办公开办函〔2021〕30号 国务院令第711号 国务院令第492号 第三十一条 第（一）项 条例》第三十一条'.split(
    ' ',
  ),
  ...'一、 （一） (一) 1. 1、 （1） ① 一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 五、存在的主要问题及改进情况 六、其他需要报告的事项'.split(
    ' ',
  ),
  '\n一、总体情况\n',
  '\n三、收到和处理政府信息公开申请情况\n',
  '\n（一）',
  '\n1.',
  '\n（2）主动公开\n',
  '\n3. 办理\n',
  '\n# 一、总体情况\n',
  '\n青禾县云水镇人民政府2023年政府信息公开工作年度报告\n',
  ...'申请 公开申请 依申请公开 政府信息公开申请 收到 受理 办结 答复 结转 上年结转 结转下年度 全部 均 已 按时 依法 按照 予以 未 无 没有 零 未收到 未发生 均为零 不存在'.split(
    ' ',
  ),
  ...'数量 件数 共计 共 计 合计 的 为 有 了 案件 事项 信息 其中 分别 分别为 包括 较 增长 减少 通过 通过网络方式 公民、法人和其他组织 申请人 我镇 全镇 各部门 本机关'.split(
    ' ',
  ),
  ...'行政复议 行政诉讼 复议 维持 结果纠正 尚未审结 规章 行政规范性文件 制发 废止 现行有效 行政许可 行政处罚 作出 行政事业性收费 收取 信息处理费'.split(
    ' ',
  ),
  ...'统计期限 现将 报告如下 本报告由 编制 由 等六个部分组成 个部分 方面 下一步 今后 将 计划 问题 改进 主动公开 平台建设 监督保障 年度报告格式 《条例》'.split(
    ' ',
  ),
  ...'自然人 商业企业 总计 本年新收 予以公开 部分公开 不予公开 其他 其他处理 总 计 予以 本年度办理结果 第二十条第（一）项 信息内容 结果维持 行政'.split(
    ' ',
  ),
  '|0',
  '\t0',
  '| 0 | 0 |\n',
  '予以公开\t0\t0\t0\t0\t0\t0\t0\n',
  '自然人\t商业企业\t科研机构\n',
  '部分公开\n',
  '|---|',
  '\n|---|---|\n',
  '\n---\n',
  '\n- 5 -\n',
  '<!--',
  '-->',
  '<!-- -->',
  '<!-- nianbao-disable-next-line typo -->\n',
  '<!-- nianbao-disable -->',
  '\n```\n',
  '~~~',
  '](',
  '](a)',
  '![',
  '<table>',
  '</table>',
  '<td>',
  '<br>',
  '<p',
  '&nbsp;',
  'http://',
  'http://a.cn/',
  'www.',
  'a@b.cn',
  'a.docx',
  '.doc',
  'a::b',
  '[bookmark: _GoBack]',
  '{PAGE}',
  '{ PAGE',
  'Error! Reference',
  '××',
  '____',
  '□',
  '（请填写',
  '【请写明：',
  '【请写明：内容】',
  '【上年文字，请改写】',
  '错误！',
  '批注',
  'a',
  'ab ',
  'EH',
  '⼀',
  '中',
  '政 府',
  '公 开',
  '的的',
  '以公开为常态、不公开为例外',
  '我镇依法做好政府信息公开工作，及时更新。',
  '2023年共收到政府信息公开申请3件，其中自然人2件、企业1件。',
  '公开信息9条（公文4条、要闻5条）',
  '\n我镇公开信息9条，其中公文4条\n',
];

/** Where in a report the fragments stand. */
export type Place = 'before' | 'preamble' | 'overview' | 'table' | 'problems' | 'others';
const PLACES: readonly Place[] = ['before', 'preamble', 'overview', 'table', 'problems', 'others'];

export interface Hostile {
  readonly name: string;
  /** The report with so many characters of it. */
  of(length: number): HostileText;
}

export interface HostileText {
  readonly text: string;
  /** Where it begins, half of it is over, and it ends: always before the same words. */
  readonly offsets: readonly number[];
}

/** A report whose text is a fragment again and again. */
export function hostile(fragment: string, place: Place): Hostile {
  return {
    name: `${JSON.stringify(fragment)} in ${place}`,
    of: (length) => {
      const half = fragment.repeat(Math.ceil(length / 2 / (fragment.length || 1)));
      const [before, after] = report(place).split(HERE) as [string, string];
      const [start, middle, end] = [0, half.length, 2 * half.length].map(
        (at) => before.length + at,
      );
      return { text: before + half + half + after, offsets: [start, middle, end] as number[] };
    },
  };
}

/** Every fragment, and some of them a line each, each in one of the places; `turn` moves on the places. */
export function alone(turn = 0): Hostile[] {
  const placeOf = (i: number) => PLACES[(i + turn) % PLACES.length] as Place;
  return FRAGMENTS.flatMap((fragment, i) => [
    hostile(fragment, placeOf(i)),
    ...(i % 3 === turn % 3 ? [hostile(`${fragment}\n`, placeOf(i + 3))] : []),
  ]);
}

/** How many pairs there are. */
export const PAIRS = FRAGMENTS.length ** 2 * PLACES.length;

/** A pair of fragments, by its number. */
export function pair(number: number): Hostile {
  const { length } = FRAGMENTS;
  const [one, two] = [number % length, Math.floor(number / length) % length];
  const place = PLACES[Math.floor(number / length ** 2) % PLACES.length] as Place;
  return hostile(`${FRAGMENTS[one]}${FRAGMENTS[two]}`, place);
}

const HERE = '\0';

function report(place: Place): string {
  const at = (here: Place) => (here === place ? HERE : '');
  return `${at('before')}
青禾县云水镇人民政府2023年政府信息公开工作年度报告
本报告按照《条例》编制。统计期限自2023年1月1日起至2023年12月31日止。${at('preamble')}
一、总体情况
2023年，我镇依法做好政府信息公开工作。${at('overview')}
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
| 予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
${at('table')}
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
存在的问题：解读形式不够丰富。改进措施：下一步将增加图解。${at('problems')}
六、其他需要报告的事项
2023年未收取政府信息公开信息处理费。${at('others')}
`;
}
