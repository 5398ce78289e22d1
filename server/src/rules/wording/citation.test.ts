import { describe, expect, it } from 'vitest';
import {
  findingsOf,
  fixed,
  overview,
  preamble,
  quotesOf,
} from '../../../../test/support/wording.js';
import { citation } from './citation.js';

const OFFICE = '国务院办公厅政府信息与政务公开办公室';
const FORMAT = `《${OFFICE}关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》`;
const OLD = `《${OFFICE}关于政府信息公开工作年度报告有关事项的通知》`;

describe('citation finds', () => {
  it.each([
    ['number of another notice', `${FORMAT}（国办公开办函〔2019〕60号）`],
    ['code of another office', `${FORMAT}（国办发〔2021〕30号）`],
    [
      'number of another notice, marks inside',
      `${FORMAT.slice(1, -1).replace('〈', '《').replace('〉', '》')}（国办公开办函〔2019〕60号）`,
    ],
    ['number before the title', `国办公开办函〔2019〕61号${FORMAT}`],
    ['title of another notice', `${OLD}（国办公开办函〔2021〕30号）`],
    ['title of a local notice', '《关于编制2023年年度报告的通知》（国办公开办函〔2021〕30号）'],
    [
      'key points of another year',
      '《国务院办公厅关于印发2022年政务公开工作要点的通知》（国办发〔2021〕12号）',
    ],
    ['old notice', `${OLD}（国办公开办函〔2019〕60号）`],
    ['old notice, number lost', OLD],
    ['old notice, number alone', '国办公开办函〔2019〕60号的要求'],
    ['inner marks lost', FORMAT.replace(/[〈〉]/g, '')],
    ['inner marks misplaced', FORMAT.replace('〉的通知', '的通知〉')],
    ['words of the title lost', FORMAT.replace('公开工作年度报告格式', '年度报告格式')],
  ])('%s', (_, cited) => {
    expect(quotesOf(citation, preamble(`按照${cited}编制本报告。`))).toHaveLength(1);
  });

  it.each([
    ['根据《条例》第三十一条编制年度报告。', '第三十一条'],
    ['根据《中华人民共和国政府信息公开条例》第三十二条规定，现公布年报。', '第三十二条'],
    ['根据《条例》（国务院令第492号）编制。', '国务院令第492号'],
    ['根据《中华人民共和国信息公开条例》编制。', '《中华人民共和国信息公开条例》'],
    ['根据《政务公开条例》编制。', '《政务公开条例》'],
    ['根据《中华人民共和国政府信息公开条例》（国务院令第117号）编制。', '国务院令第117号'],
    ['根据《政府信息公开条例》(国务院令第721号)编制。', '国务院令第721号'],
    ['根据《中华人民共和国政府信息公开条例》（国务院第771号令）编制。', '国务院第771号令'],
    [
      '根据《中华人民共和国政府信息公开条例》（以下简称《条例》，国务院令第7111号）编制。',
      '国务院令第7111号',
    ],
    [
      '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）（中华人民共和国国务院令第71号）编制。',
      '中华人民共和国国务院令第71号',
    ],
    ['根据国务院令第710号公布的《政府信息公开条例》编制。', '国务院令第710号'],
    ['根据《中华人民共和国政府信息公开条例》（主席令第711号）编制。', '主席令第711号'],
    ['按照国办公开函〔2021〕30号编制。', '国办公开函〔2021〕30号'],
    ['按照国办公开办〔2021〕30号编制。', '国办公开办〔2021〕30号'],
    ['按照国办公开办函〔2022〕30号编制。', '国办公开办函〔2022〕30号'],
    ['按照国办公开办函〔2021〕60号编制。', '国办公开办函〔2021〕60号'],
    ['按照国办公开办函[2020]30号编制。', '国办公开办函[2020]30号'],
  ])('%s', (written, quote) => {
    expect(quotesOf(citation, preamble(written))).toEqual([quote]);
  });

  it('fixes number, marks and article', () => {
    const right = preamble(`按照${FORMAT}（国办公开办函〔2021〕30号）编制本报告。`);
    expect(fixed(citation, right.replace('〔2021〕30号', '〔2019〕60号'))).toBe(right);
    expect(fixed(citation, right.replace(/[〈〉]/g, ''))).toBe(right);
    const inner = (close: string, end: string) =>
      preamble(
        `根据《条例》和国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式${close}的通知${end}（国办公开办函〔2021〕30号）编制本报告。`,
      );
    expect(fixed(citation, inner('', '》'))).toBe(inner('》', ''));
    expect(fixed(citation, preamble(`按照${OLD}（国办公开办函〔2019〕60号）编制本报告。`))).toBe(
      right,
    );
    expect(fixed(citation, preamble('根据《条例》第三十一条编制年度报告。'))).toBe(
      preamble('根据《条例》第四十九条编制年度报告。'),
    );
  });

  it('has no safe fix: what is cited has to be looked up', () => {
    const found = findingsOf(citation, preamble(`按照${OLD}编制。`));
    expect(found.flatMap(({ fixes }) => fixes ?? []).some(({ safe }) => safe)).toBe(false);
  });
});

describe('citation is silent', () => {
  it.each([
    ['as issued', `按照${FORMAT}（国办公开办函〔2021〕30号）编制。`],
    ['no number', `按照${FORMAT}编制。`],
    ['other brackets, told by document-number', `按照${FORMAT}（国办公开办函[2021]30号）编制。`],
    ['< > for 〈 〉, told by bracket', `按照${FORMAT.replace('〈', '<').replace('〉', '>')}编制。`],
    [
      'marks inside',
      `按照${FORMAT.slice(1, -1).replace('〈', '《').replace('〉', '》')}（国办公开办函〔2021〕30号）编制。`,
    ],
    ['inner title alone', '按照《中华人民共和国政府信息公开工作年度报告格式》编制。'],
    ['number alone', '按照国办公开办函〔2021〕30号编制。'],
    [
      'without the office',
      '按照《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）。',
    ],
    ['fee', '按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收费。'],
    ['both notices', `按照${OLD}和${FORMAT}编制。`],
    [
      'a local notice of like words',
      '按照《青禾县印发2021年政务公开工作要点的通知》（青政办发〔2021〕9号）。',
    ],
    [
      'passed on',
      '按照《青禾县转发国务院办公厅关于印发2022年政务公开工作要点的通知》（青政办发〔2022〕9号）。',
    ],
    ['articles of today', '根据《条例》第四十九条、第五十条编制年度报告。'],
    ['article on third parties', '依照《条例》第三十二条征求第三方意见。'],
    ['order of today', '根据《条例》（国务院令第711号）编制年度报告。'],
    [
      'order with its government',
      '根据《政府信息公开条例》（中华人民共和国国务院令第711号）编制。',
    ],
    ['order in another order', '根据《政府信息公开条例》(国务院第711号令)编制。'],
    ['order without 第', '根据《政府信息公开条例》（以下简称《条例》，国务院令711号）编制。'],
    ['order of another law', '根据《机关事务管理条例》（国务院令第621号）和《条例》编制。'],
    ['orders of two laws', '根据《条例》、《机关事务管理条例》（国务院令第621号）编制。'],
    ['order before the title', '根据国务院令第711号公布的《政府信息公开条例》编制。'],
    ['order of a province’s rules', '根据《青禾省政务信息公开办法》（省政府令第117号）编制。'],
    ['number of today', '按照国办公开办函〔2019〕61号、国办公开办函〔2021〕30号编制。'],
    ['another notice of the office', '按照国办公开办函〔2021〕35号、国办公开办函〔2023〕5号编制。'],
    ['a local number', '按照青公开办函〔2021〕30号、青政公开办〔2022〕60号编制。'],
    [
      'a letter of the State Council',
      '按照国函〔2021〕30号、国发〔2021〕30号、国办发〔2022〕30号编制。',
    ],
    ['a province’s own rules', '根据《青禾省政务公开条例》编制。'],
    ['unknown notice', '按照《青禾县信息公开办法》（青政发〔2021〕30号）编制。'],
  ])('%s', (_, written) => {
    expect(quotesOf(citation, preamble(written))).toEqual([]);
  });

  it('the notice of 2019 in a report on 2020', () => {
    const text = preamble(`按照${OLD}（国办公开办函〔2019〕60号）编制。`).replaceAll(
      '2023',
      '2020',
    );
    expect(quotesOf(citation, text)).toEqual([]);
  });

  it('words of a notice outside title marks', () => {
    expect(quotesOf(citation, overview('我镇按照年度报告格式要求填报。'))).toEqual([]);
  });
});
