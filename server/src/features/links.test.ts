// What opens another page, and what does not.
import { describe, expect, it } from 'vitest';
import { FACTS, reportWith } from '../../../test/support/facts.js';
import { words } from '../../../test/support/tour.js';
import { linksOf } from './links.js';

const linked = (sentence: string) => {
  const report = reportWith(sentence, FACTS);
  return linksOf(report).map(({ span, target }) => [
    words(report)(span),
    'notice' in target ? target.notice.number : '',
  ]);
};
const LAW = '国务院令第711号';
const FORMAT = '国办公开办函〔2021〕30号';

describe('links', () => {
  it.each([
    [`根据《中华人民共和国政府信息公开条例》（${LAW}）编制。`, [LAW, LAW]],
    ['根据《政府信息公开条例》编制。', [LAW]],
    [`按照${FORMAT}编制。`, [FORMAT]],
    [`按照国办公开办函[2021]30号编制。`, [FORMAT]],
    [
      `按照《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（${FORMAT}）编制。`,
      [FORMAT, FORMAT],
    ],
    ['落实《政府信息公开信息处理费管理办法》。', ['国办函〔2020〕109号']],
    ['落实《国务院办公厅关于印发2022年政务公开工作要点的通知》。', ['国办发〔2022〕8号']],
    ['按照国办公开办函〔2019〕61号建设平台。', ['国办公开办函〔2019〕61号']],
  ])('%s', (sentence, numbers) =>
    expect(linked(sentence).map(([, number]) => number)).toEqual(numbers),
  );

  it('stand on the words alone', () => {
    expect(
      linked(`根据《中华人民共和国政府信息公开条例》（${LAW}）编制。`).map(([w]) => w),
    ).toEqual(['中华人民共和国政府信息公开条例', LAW]);
  });

  it.each([
    '按照《青禾县关于印发2021年政务公开工作要点的通知》（青政办发〔2021〕9号）开展工作。',
    '按照国办公开办函〔2021〕31号编制。',
    '根据《保守国家秘密法》《青禾县政府信息公开办法》编制。',
    '根据国务院令第492号编制。',
  ])('are none in %s', (sentence) => expect(linked(sentence)).toEqual([]));

  it('lead from 上年结转 to the row 四 of last year’s report, where it is known', () => {
    const report = reportWith('2023年工作如下。', FACTS);
    const last = reportWith('2022年工作如下。', FACTS, { year: 2022 });
    const [link, ...others] = linksOf(report, last);
    expect(others).toEqual([]);
    expect(link && words(report)(link.span)).toBe('上年结转政府信息公开申请数量');
    const target = link && 'lastYear' in link.target ? link.target.lastYear : undefined;
    expect(target && words(last)(target)).toBe('四、结转下年度继续办理');
    expect(linksOf(report)).toEqual([]);
  });
});
