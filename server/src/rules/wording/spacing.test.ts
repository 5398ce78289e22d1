import { describe, expect, it } from 'vitest';
import {
  findingsOf,
  fixed,
  overview,
  preamble,
  quotesOf,
} from '../../../../test/support/wording.js';
import { wholeReport } from '../examples.js';
import { spacing } from './spacing.js';

describe('spacing finds', () => {
  it.each([
    ['2023 年，公开信息 12 条。', '2023年，公开信息12条。'],
    ['截至 12 月 31 日，阅读 16000 余次。', '截至12月31日，阅读16000余次。'],
    [
      '我镇依法做好政府信息 公开工作，及时回应社会关切。',
      '我镇依法做好政府信息公开工作，及时回应社会关切。',
    ],
    [
      '我镇依法做好政府信息公开工作， 及时回应社会关切。',
      '我镇依法做好政府信息公开工作，及时回应社会关切。',
    ],
    [
      '我镇依法落实《 条例》的要求，及时回应社会关切。',
      '我镇依法落实《条例》的要求，及时回应社会关切。',
    ],
    ['满意度 98.5 分。', '满意度98.5分。'],
  ])('%s', (written, right) => {
    expect(findingsOf(spacing, overview(written))).toHaveLength(1);
    expect(fixed(spacing, overview(written))).toBe(overview(right));
  });

  it('one finding a document, on the first place, with the others beside it', () => {
    const [finding, ...more] = findingsOf(spacing, overview('2023 年。', '2022 年。', '5 条。'));
    expect(more).toEqual([]);
    expect(finding?.related).toHaveLength(2);
    expect(finding?.fixes?.[0]).toMatchObject({ safe: true });
    expect(quotesOf(spacing, overview('2023 年。', '2022 年。'))).toEqual(['2023 年']);
  });

  it('the title too', () => {
    const text = wholeReport({ 人民政府2023年: '人民政府 2023 年' });
    expect(fixed(spacing, text)).toBe(wholeReport());
  });
});

describe('spacing is silent', () => {
  it.each([
    ['indents', '　　我镇依法做好政府信息公开工作，及时回应社会关切。'],
    ['English', '我镇使用 Visual Studio Code 和 Office 编辑公开文件，及时发布。'],
    ['wide gaps', '截至2023  12  31日，联系人  张三，电话  12345。'],
    ['figures in a row', '公开信息 1 2 3 4'],
    ['spread words', '目 录\n附 件'],
    ['short lines', '第一部分 总体情况'],
    [
      'behind numbering',
      '（一） 主动公开情况\n1. 公开文件\n一、 公开动态，及时回应社会关切，接受监督',
    ],
    ['forms', '联系人：张三 电话：0571-8765432 邮编：310000，地址：青河路5号 网址：a.cn'],
    ['lists', '- 我镇公开信息\n* 我镇公开动态\n> 我镇公开会议'],
    ['headings and emphasis', '### 主动公开\n**公开** 信息'],
    ['dates set apart', '2024年1月15日 《青禾日报》刊登了我镇的公开信息，群众反映良好'],
    ['articles', '第六条 《条例》规定，行政机关应当及时、准确地公开政府信息'],
    ['code', '运行 `第 5 步` 命令'],
  ])('%s', (_, written) => {
    expect(quotesOf(spacing, overview(written))).toEqual([]);
  });

  it('tables', () => {
    const text = wholeReport({ 规章: '规 章', 行政许可: '行政 许可' });
    expect(quotesOf(spacing, text)).toEqual([]);
  });

  it('a contact line', () => {
    const written = '如有疑问请联系（地址：青禾县青河路5号 联系电话：0571-8765432 邮编：310000）。';
    expect(quotesOf(spacing, preamble(written))).toEqual([]);
  });
});
