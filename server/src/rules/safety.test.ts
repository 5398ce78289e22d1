// What may be fixed without being asked, and what may not, whatever the rules say.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { overview } from '../../../test/support/wording.js';
import { loadLexicon } from '../lexicon/lexicon.js';
import { createReportService, factsOf } from '../service/index.js';
import { applyEdits } from '../text/edit.js';
import { example, wholeReport } from './examples.js';

const lexicon = loadLexicon(
  readFileSync(new URL('../lexicon/data/lexicon.bin', import.meta.url)) as Uint8Array,
);
const service = createReportService({ lexicon: () => lexicon });
const findingsIn = (text: string) => service.check(service.parse(text)).diagnostics;

/** The text after every safe fix that is a finding's first, and how many there were. */
function fixed(text: string): string {
  const edits = findingsIn(text).flatMap(({ fixes }) => (fixes?.[0]?.safe ? fixes[0].edits : []));
  return applyEdits(text, edits);
}

/** What is told of the line that these words are section 一 of. */
function reportedIn(words: string) {
  const text = overview(words);
  const at = text.indexOf(words);
  return findingsIn(text).filter(({ span }) => span.start < at + words.length && span.end > at);
}

describe('left as it is, and nothing told', () => {
  it.each([
    '![平台截图](images/平台,首页(1).png)见上。',
    '见[办事指南](https://a.gov.cn/a,b.html "办事,指南")。',
    '见[政府信息公开指南](附件/政府信息工开指南.docx)。',
    '[1]: http://a.gov.cn/政务工开,目录 "公开,目录"',
    '见<a href="政务工开,目录" title="信息,公开">公开专栏</a>。',
    '按$政务工开,x_2$计算办结率。',
    '办结率=(办结数/受理数)*100%，按月计算。',
    '得分=办结率×(一级指标+二级指标)。',
    '见附件：政务工开目录,第二版.xlsx。',
    '政务公开网址：http://a.gov.cn/政务工开/公式公告',
    '使用`信息工开,`命令。',
    '推行即收即办，申请材料随申随办、边审边改，水位即时公开，做到能办尽办。',
  ])('%s', (words) => expect(reportedIn(words)).toEqual([]));
});

describe('a hint at most, never fixed unasked', () => {
  it.each([
    '由科长易申晴负责政府信息公开工作。',
    '查阅点设在公凯路12号，方便群众查阅。',
    '平台由青禾公凯信息公司维护，运行平稳。',
    '在公凯社区、公凯小区设立公开栏。',
    '开设“走进汉台”专栏，介绍各镇情况。',
    '在进韩家村现场发放资料12份。',
    '副科长林青、王政甫协助办理。',
    '到会的有石公凯、林青两位。',
    '由林青、欧阳公凯整理。',
    '邀请买买提·政甫参加活动。',
    '签收：公凯。',
    '稿件由通讯员政甫采写。',
    '由布署科技有限公司承建平台。',
    '在布署路设公开栏。',
    '在青禾县布署村现场发放资料。',
    '布署镇中心小学设公开栏。',
    '联系人：布署，电话另见。',
    '布署、张三、李四为信息员。',
    '办公室主任布署同志到会。',
    '账号：布署发布。',
    '在县人民医院公凯分院设查阅点。',
  ])('%s', (words) => {
    for (const { severity, message, fixes = [] } of reportedIn(words)) {
      expect(severity).toBe('hint');
      expect(message).toContain('可能');
      expect(fixes.some(({ safe }) => safe)).toBe(false);
    }
  });
});

describe('fixed unasked', () => {
  it.each([
    ['我镇依法做好政府信息工开工作。', '我镇依法做好政府信息公开工作。'],
    ['我镇依法做好政府信息公开⼯作。', '我镇依法做好政府信息公开工作。'],
    ['我镇及时公开信息，，接受监督。', '我镇及时公开信息，接受监督。'],
    ['应公开尽工开，做好公开工作。', '应公开尽公开，做好公开工作。'],
    ['工作成效：政务工开更加规范。', '工作成效：政务公开更加规范。'],
    ['由县政甫依法公开。', '由县政府依法公开。'],
    ['办公室主任布署全年工作。', '办公室主任部署全年工作。'],
    ['按照上级布署、要求公开。', '按照上级部署、要求公开。'],
    ['会议布署公开工作。', '会议部署公开工作。'],
    ['对照账号清单布署检查。', '对照账号清单部署检查。'],
    ['对于信息工开，及时办理。', '对于信息公开，及时办理。'],
    ['在江边推进政务工开，接受监督。', '在江边推进政务公开，接受监督。'],
    ['主动公开(含转载)信息，接受监督。', '主动公开（含转载）信息，接受监督。'],
  ])('%s', (words, right) => expect(fixed(overview(words))).toBe(overview(right)));
});

describe('the form is kept', () => {
  it.each([
    '# 一.总体情况',
    '## 一，总体情况',
    '**一.总体情况**',
    '> 一.总体情况',
    '- 一.总体情况',
  ])('the number of %s', (heading) => {
    const text = wholeReport({ '一、总体情况': heading });
    expect(fixed(text)).toBe(text);
  });

  it.each(['一.是公开及时，二.是公开全面。', '- 1.公开文件。\n- 2.公开动态。'])(
    'numbers in running text: %s',
    (words) => expect(fixed(overview(words))).toBe(overview(words)),
  );

  it.each(['民,政府信息公开工作年度报告', '青禾县民政局2023年政府信息公开工作(年度)报告'])(
    'the title %s',
    (title) => expect(fixed(title)).toBe(title),
  );

  it('a heading that is known in spite of its marks', () => {
    const text = wholeReport({ '行政复议、行政诉讼情况': '行政复议,行政诉讼情况' });
    expect(fixed(text)).toBe(text);
  });

  it('a title with a slip in it is not made one in passing', () => {
    const text = wholeReport({ 政府信息公开工作年度报告: '政府信息工开工作年度报告' });
    expect(fixed(text)).toBe(text);
  });

  it('radicals in a title are the characters that they look like', () => {
    const text = wholeReport({ 青禾县云水镇人民政府2023年: '青禾县云⽔镇⼈民政府2023年' });
    const after = fixed(text);
    expect(after).toBe(wholeReport());
    expect(factsOf(service.parse(text))).toEqual(factsOf(service.parse(after)));
  });
});

describe('what is only cited stays as it is', () => {
  it.each([
    '转载图解《一图读懂政府信息工开,便民服务》12篇。',
    '群众来信问起“政府信息工开”栏目。',
    '旧条例的说法是“以公开为原则，不公开为例外”。',
    '2019年修订前以公开为原则，不公开为例外。',
    '将上年年报中的政府信息工开更正为政府信息公开。',
    '发现错别字1处：政府信息工开。',
    '自查发现用语错误，如权利在阳光下运行。',
    '标题照录如下：青政办发[2023]5号，，请查收。',
    '见《青政办发[2023]5号文件汇编》。',
    '对‘让权利在阳光下运行’一题作了解答。',
    '对“让权利在阳光下运行的访谈没有写完。',
  ])('%s', (words) => expect(fixed(overview(words))).toBe(overview(words)));

  it.each([
    ['《条例》施行以来，政府信息工开稳步推进。', '工开', '公开'],
    ['“一网通办”上线，让权利在阳光下运行。', '权利', '权力'],
    ['按照青政办发[2023]5号（见《汇编》）执行。', '[2023]', '〔2023〕'],
    ['发现错别字1处。我镇依法做好政府信息工开工作。', '工开', '公开'],
    ['落实"三审三校"制度和《条例》。', '"三审三校"', '“三审三校”'],
    ['发布"让权利在阳光下运行"访谈。', '"让权利在阳光下运行"', '“让权利在阳光下运行”'],
    ['按照《关于印发<青禾县办法>的通知》执行。', '<青禾县办法>', '〈青禾县办法〉'],
    ['出台《⽔库办法》。', '⽔', '水'],
  ])('but not what stands beside it: %s', (words, wrong, right) =>
    expect(fixed(overview(words))).toBe(overview(words.replace(wrong, right))),
  );
});

describe('lines are joined unasked', () => {
  const LONG = '我镇成立政务公开领导小组，明确责任分工，及时发布信息，安排专人审核，'.repeat(5);
  it.each([
    [`${LONG}\n规范公开程序。`, true],
    [`${LONG}\n“规范程序”。`, true],
    [`“${LONG}\n“规范公开程序。”`, false],
  ])('unless a bracket loses its mate: %s', (words, isJoined) => {
    const lines = isJoined ? words.replace('\n', '') : words;
    expect(fixed(overview(words))).toBe(overview(lines));
  });

  it.each([
    ['"', false],
    ['', true],
  ])('unless a quotation that never ends would hold more marks: %j', (mark, isSafe) => {
    const found = findingsIn(overview(`我镇${mark}${LONG}\n规范程序,接受监督。`));
    const broken = found.find(({ rule }) => rule === 'broken-line');
    expect(broken?.fixes?.[0]?.safe).toBe(isSafe);
  });
});

describe('a slip that hides a statement is no safe fix', () => {
  it('of a figure', () => {
    const text = overview('全年收道政府信息公开申请99件。');
    expect(fixed(text)).toBe(text);
  });
});

describe('labels', () => {
  const labelsOf = (text: string) =>
    findingsIn(text)
      .filter(({ rule }) => rule === 'label')
      .map(({ message, fixes }) => [fixes?.[0]?.title, fixes?.[0]?.safe, message.includes('可能')]);

  it.each(['第二十条第（八）', '第二十条（八）项', '第二十条第（八）顶', '第二条第（八）项'])(
    'a caption is completed with its own number: %s',
    (caption) => {
      const text = wholeReport({ '第二十条第（八）项': caption });
      expect(labelsOf(text)).toEqual([['改为“第二十条第（八）项”', true, false]]);
      expect(fixed(text)).toBe(wholeReport());
    },
  );

  it.each(['（予）予以公开', '(予)予以公开', '予、予以公开'])(
    'what may be a number with a slip in it is not dropped unasked: %s',
    (written) => {
      const text = wholeReport({ '（一）予以公开': written });
      expect(text).toContain(written);
      expect(fixed(text)).toBe(text);
    },
  );

  it.each(['（一）予予以公开', '（一）予以公升', '(一)予以公升'])(
    'and a number that is one stays: %s',
    (written) => {
      const text = wholeReport({ '（一）予以公开': written });
      expect(fixed(text)).toBe(text.replace(/予?予以公[开升]/, '予以公开'));
    },
  );

  it('a caption without its number is told by its place, without being sure', () => {
    const text = wholeReport({ '第二十条第（五）项': '第二十条第（）项' });
    expect(labelsOf(text)).toEqual([['改为“第二十条第（五）项”', false, true]]);
  });

  it('a report on 2021 or later is given the words of 2021, and asked', () => {
    const text = wholeReport({ 行政规范性文件: '规范性文仵' });
    expect(labelsOf(text)).toEqual([['改为“行政规范性文件”', false, true]]);
  });

  it.each([
    ['cut short', '予以公', false],
    ['widened', '予以公开的', false],
    ['doubled', '予以公公开', true],
    ['misspelled', '予以工开', true],
  ])('%s', (_, words, safe) => {
    const text = wholeReport({ '（一）予以公开': `（一）${words}` });
    expect(labelsOf(text)).toEqual([['改为“予以公开”', safe, false]]);
  });

  it.each([
    [
      'halves of a cell that a page break cut',
      wholeReport({
        '（四）无法提供\t1.': '（四）无\t1.',
        '\t\t2.没有现成信息': '\t法提供\t2.没有现成信息',
      }),
    ],
    ['heads without a blank between', wholeReport({ '信息内容\t本年处理': '信息内容本年处理' })],
    [
      'marks of Markdown',
      example('requests', { '3.1': '0 0 0 0 0 0 0' }).replace(
        /(一、本年新收政府信息公开申请数量)/,
        '### $1',
      ),
    ],
  ])('are the words of the form: %s', (_, text) => expect(labelsOf(text)).toEqual([]));
});

describe('slips in what is to be filled in', () => {
  const LONE = '公开政府信息【条条数】条。';
  it.each([LONE, '制发文件【件件数】件，收到申请【件数数】件。', '由【机关全称称】发布。'])(
    'nothing is made a prompt in passing: %s',
    (words) => expect(fixed(overview(words))).toBe(overview(words)),
  );

  it.each([
    ['公开政府信息【条数】条，政策的的办理。', '公开政府信息【条数】条，政策的办理。'],
    [`${LONE}我镇依法做好政府信息工开工作。`, `${LONE}我镇依法做好政府信息公开工作。`],
    ['见【信息工开】专栏。', '见【信息公开】专栏。'],
  ])('other slips are fixed: %s', (words, right) =>
    expect(fixed(overview(words))).toBe(overview(right)),
  );
});

describe('lines that were cut', () => {
  const CUT = '利用微信公众号、网站发布信息，组织业务培训两期，规';
  const SHORT = '范公开程序；政策的的办理。做到全面准确，';
  const REST = '加强队伍建设，接受监督。';

  it('a slip whose fixing would make a heading of one stays', () => {
    expect(SHORT).toHaveLength(20);
    expect(fixed(overview(SHORT, REST))).not.toContain('政策的办理');
  });

  it.each([
    ['a longer line', [`${CUT}${SHORT}`, REST]],
    ['a line with its end', [`${SHORT.slice(0, -1)}。`, REST]],
    ['a line by itself', [SHORT.replace('，', '。'), '', REST]],
  ])('a slip in %s is fixed', (_, lines) =>
    expect(fixed(overview(...lines))).toContain('政策的办理'),
  );

  const PAGE = '我镇依法做好政府信息公开工作及时回应社会关切不断提升服务水平完善各项制度';
  const page = (last: string) => overview('政策的的办理，公开程序规范。', PAGE, PAGE, PAGE, last);

  it('a slip in the line that tells the edge stays where others would end at it', () => {
    const longest = `${PAGE}政策的的办理。`;
    const other = PAGE.slice(0, 36);
    const text = overview(
      other,
      '我镇公开。',
      other,
      '我镇公开。',
      other,
      '我镇公开。',
      other,
      longest,
    );
    expect(fixed(text)).toBe(text);
  });

  it('a slip elsewhere is fixed', () => {
    expect(fixed(page(`${PAGE}。`))).toContain('政策的办理，公开程序规范。');
  });
});

describe('a short line keeps its labels, however many words it is of', () => {
  const LONG = '我镇成立政务公开工作领导小组，明确责任分工，安排专人负责公开信息的审核';
  it.each([
    ['2020 年，我镇依法公开信息。', '2020年，我镇依法公开信息。'],
    ['截至2023年12月 31 日，信息全部公开。', '截至2023年12月31日，信息全部公开。'],
    [`${LONG},\n安排人员，接受监督。`, `${LONG}，安排人员，接受监督。`],
    [`${LONG}，\n安排人员，接受监督。`, `${LONG}，安排人员，接受监督。`],
  ])('%s', (words, right) => {
    let text = overview(words);
    for (let round = 0; round < 3; round++) text = fixed(text);
    expect(text).toBe(overview(right));
  });

  it.each(['重复申 请 3', '总 计 5', '（一）予以 公开 1', '不予 公开 3'])(
    'and none is made: %s',
    (words) => expect(fixed(overview(words))).toBe(overview(words)),
  );
});

describe('marks that a blank parts', () => {
  it.each([
    '我镇依法公开信息。 ，接受监督，不断改进。',
    '我镇依法公开信息； 。接受监督，不断改进。',
  ])('are not brought together: %s', (words) =>
    expect(fixed(overview(words))).toBe(overview(words)),
  );

  it.each([
    ['我镇依法公开信息 ，接受监督，不断改进。', '我镇依法公开信息，接受监督，不断改进。'],
    ['我镇依法公开信息。 接受监督，2023 年改进。', '我镇依法公开信息。接受监督，2023年改进。'],
  ])('words are: %s', (words, right) => expect(fixed(overview(words))).toBe(overview(right)));
});

describe('whether a fix is safe is worked out', () => {
  const text = overview('我镇依法做好政府信息工开工作。');
  const fixOf = () => findingsIn(text).flatMap(({ fixes }) => fixes ?? [])[0];

  it('when somebody asks', () => {
    expect(Object.getOwnPropertyDescriptor(fixOf(), 'safe')?.get).toBeDefined();
    expect(fixOf()?.safe).toBe(true);
  });

  it('and known to whoever copies or writes down the fix', () => {
    expect({ ...fixOf() }.safe).toBe(true);
    expect(JSON.parse(JSON.stringify(fixOf()))).toMatchObject({ safe: true });
  });
});
