// Labels of 2019 in later reports, whole or mixed: what is said, what the tables become, and where all is right.
import { describe, expect, it } from 'vitest';
import { reported, row, section, unsafe } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { zeros } from '../examples.js';
import { outdatedTemplate } from './outdated-template.js';

/** A report on a year, with these sections. */
const on = (year: number, ...sections: string[]) =>
  `青禾县民政局${year}年政府信息公开工作年度报告\n\n${sections.join('\n')}`;

const OLD = section(
  'disclosure',
  { rules: '0 0 0', normative: '2 2 8', licensing: '3 1 9', penalties: '0 0 5' },
  '2019',
);
const NEW = section('disclosure', { rules: '0 0 0', normative: '1 0 3', licensing: '4' });

const HEADS = '信息内容→本年新制作数量→本年新公开数量→对外公开总数量';
const ITEMS = '信息内容→上一年项目数量→本年增/减→处理决定数量';

describe('outdated-template finds', () => {
  it('the whole format: said once, with the next five labels; figures without a place stay in a note', () => {
    expect(reported(outdatedTemplate, on(2022, OLD))).toEqual([
      {
        on: '信息内容→«本年新制作数量»→本年新公开数量→对外公开总数量',
        message:
          '用的是 2019 年的格式（如“本年新制作数量”），2022 年度的报告应用 国办公开办函〔2021〕30号 的新格式。换成新格式后，新增的项目要补填。',
        at: { table: 'disclosure', column: 'made' },
        related: [
          ['2019 年的“本年新公开数量”', HEADS.replace('本年新公开数量', '«本年新公开数量»')],
          ['2019 年的“对外公开总数量”', HEADS.replace('对外公开总数量', '«对外公开总数量»')],
          ['2019 年的“规范性文件”', '«规范性文件»→2→2→8'],
          ['2019 年的“上一年项目数量”', ITEMS.replace('上一年项目数量', '«上一年项目数量»')],
          ['2019 年的“本年增/减”', ITEMS.replace('本年增/减', '«本年增/减»')],
        ],
        fixes: [
          {
            title: '旧表转换成 2021 年格式',
            safe: false,
            change: [
              `- ${HEADS}`,
              '- 规章→0→0→0',
              '- 规范性文件→2→2→8',
              '- 第二十条第（五）项→→→',
              `- ${ITEMS}`,
              '- 行政许可→3→1→9',
              '- 第二十条第（六）项→→→',
              `- ${ITEMS}`,
              '- 行政处罚→0→0→5',
              '+ 信息内容→本年制发件数→本年废止件数→现行有效件数',
              '+ 规章→0→→',
              '+ 行政规范性文件→2→→',
              '+ 第二十条第（五）项→→→',
              '+ 信息内容→本年处理决定数量→→',
              '+ 行政许可→9→→',
              '+ 第二十条第（六）项→→→',
              '+ 信息内容→本年处理决定数量→→',
              '+ 行政处罚→5→→',
              '+ 行政强制→→→',
              '+ 第二十条第（八）项→→→',
              '+ 信息内容→本年收费金额（单位：万元）→→',
              '+ 行政事业性收费→→→',
              '+',
              expect.stringMatching(
                /^\+ 【请核对后删去本行】旧表中没有去处的数：.*“本年新公开数量”2；.*“对外公开总数量”8；.*“上一年项目数量”3；.*“本年增\/减”1。$/,
              ),
            ],
          },
        ],
      },
    ]);
  });

  it('a table 三 with one row of 其他处理: its zeros are kept, another figure goes into the note', () => {
    const rows = { '1': '2 0 0 0 0 0 2', '3.6': '2 0 0 0 0 0 2' };
    const [found] = reported(outdatedTemplate, on(2022, OLD, section('requests', rows, '2019')));
    const change = found?.fixes?.[0]?.change ?? [];
    const first = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
    expect(change).toContain(`+ ${row(`→（六）其他处理→${first}`, '_ 0 0 0 0 0 _')}`);
    expect(change).toContain(`+ ${row('→→3.其他', '_ 0 0 0 0 0 _')}`);
    expect(change.at(-1)).toBe(
      '+ 【请核对后删去本行】旧表中没有去处的数：“（六）其他处理”的“自然人”2；“（六）其他处理”的“总计”2。',
    );
  });

  it('tables of zeros: no note is left behind', () => {
    const text = on(2021, section('disclosure', zeros('disclosure', '2019'), '2019'));
    const [found, ...more] = reported(outdatedTemplate, text);
    expect(more).toEqual([]);
    expect(found?.fixes?.[0]?.change.at(-1)).toBe('+ 行政事业性收费→→→');
  });

  it('an old name of a row in a new table', () => {
    const text = on(2022, swap(NEW, '行政规范性文件', '规范性文件'));
    const [found, ...more] = reported(outdatedTemplate, text);
    expect(more).toEqual([]);
    expect({ ...found, fixes: found?.fixes?.slice(0, 1) }).toEqual({
      on: '«规范性文件»→1→0→3',
      message:
        '“规范性文件”是 2019 年格式的行名，新格式是“行政规范性文件”（国办公开办函〔2021〕30号）。',
      at: { table: 'disclosure', row: 'normative' },
      fixes: [unsafe('改为“行政规范性文件”', '规范性文件→1→0→3', '行政规范性文件→1→0→3')],
    });
    expect(found?.fixes?.map(({ title }) => title)).toEqual([
      '改为“行政规范性文件”',
      '整张表改为 2021 年格式',
    ]);
  });

  it('an old head in a new table', () => {
    const text = on(2022, swap(NEW, '本年制发件数', '本年新制作数量'));
    const [found, ...more] = reported(outdatedTemplate, text);
    expect(more).toEqual([]);
    expect({ ...found, fixes: found?.fixes?.slice(0, 1) }).toEqual({
      on: '信息内容→«本年新制作数量»→本年废止件数→现行有效件数',
      message:
        '“本年新制作数量”是 2019 年格式的列名，新格式是“本年制发件数”（国办公开办函〔2021〕30号）。',
      at: { table: 'disclosure', column: 'made' },
      fixes: [
        unsafe(
          '改为“本年制发件数”',
          '信息内容→本年新制作数量→本年废止件数→现行有效件数',
          '信息内容→本年制发件数→本年废止件数→现行有效件数',
        ),
      ],
    });
  });

  it('a row that the new format has not: only the whole table can be changed, and its figure is kept', () => {
    const text = on(
      2022,
      swap(NEW, '行政许可\t4\t\t', '行政许可\t4\t\t\n其他对外管理服务事项\t7\t\t'),
    );
    expect(reported(outdatedTemplate, text)).toEqual([
      {
        on: '«其他对外管理服务事项»→7→→',
        message:
          '“其他对外管理服务事项”是 2019 年格式的行名，新格式没有这一项（国办公开办函〔2021〕30号）。',
        at: { table: 'disclosure', row: 'otherServices' },
        fixes: [
          {
            title: '整张表改为 2021 年格式',
            safe: false,
            change: [
              '- 其他对外管理服务事项→7→→',
              '+ 第二十条第（六）项→→→',
              '+ 信息内容→本年处理决定数量→→',
              '+ 行政处罚→→→',
              '+ 行政强制→→→',
              '+ 第二十条第（八）项→→→',
              '+ 信息内容→本年收费金额（单位：万元）→→',
              '+ 行政事业性收费→→→',
              '+',
              expect.stringMatching(
                /^\+ 【请核对后删去本行】旧表中没有去处的数：“其他对外管理服务事项”的“.*”7。$/,
              ),
            ],
          },
        ],
      },
    ]);
  });

  it('a whole format that cannot be converted without loss: no fix', () => {
    const text = on(2022, swap(OLD, '行政许可\t3\t1\t9', '行政许可\t3\t9'));
    const [found, ...more] = reported(outdatedTemplate, text);
    expect(more).toEqual([]);
    expect(found?.on).toBe('信息内容→«本年新制作数量»→本年新公开数量→对外公开总数量');
    expect(found?.fixes).toBeUndefined();
  });
});

describe('outdated-template is silent on', () => {
  it.each([
    ['the format of 2021 in 2021', on(2021, NEW)],
    ['the format of 2021 in 2024', on(2024, NEW, section('requests', zeros('requests')))],
    ['the format of 2019 in 2019', on(2019, OLD)],
    [
      'the format of 2019 in 2020',
      on(2020, OLD, section('requests', zeros('requests', '2019'), '2019')),
    ],
    ['both formats in 2020', on(2020, swap(NEW, '行政规范性文件', '规范性文件'))],
    ['a report on no year that can be read', OLD],
    ['a table 四, the same in both', on(2022, section('review', zeros('review')))],
    [
      'words of 2019 in running text',
      on(2022, '一、总体情况\n\n规范性文件本年新制作数量为3件。\n', NEW),
    ],
    [
      'a new label misspelled: label tells it',
      on(2022, swap(NEW, '行政规范性文件', '行政规泛性文件')),
    ],
  ])('%s', (_, text) => {
    expect(reported(outdatedTemplate, text)).toEqual([]);
  });
});
