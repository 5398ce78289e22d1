// The outline: title → sections → own headings and tables → rows with their figures.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentSymbol, Position, SymbolInformation } from 'vscode-languageserver/node';
import { Client, WAITS } from './client.js';
import { CORRECT, GENERATED, MARKDOWN, README } from './texts.js';

const URI = 'file:///年报.txt';

const flatten = (symbols: DocumentSymbol[]): DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children ?? [])]);

const isOrdered = (a: Position, b: Position) =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

describe('document symbols', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(() => client.stop());

  it('show the report as it is built', async () => {
    await client.open(URI, CORRECT);
    const [title, ...others] = await client.symbols(URI);
    expect(others).toEqual([]);
    expect(title?.name).toBe('青禾县云水镇人民政府2021年政府信息公开工作年度报告');
    const sections = title?.children ?? [];
    expect(sections.map(({ name }) => name)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    expect(sections[0]?.children?.map(({ name }) => name)).toEqual([
      '（一）主动公开',
      '（二）依申请公开',
      '（三）政府信息管理',
      '（四）政府信息公开平台建设',
      '（五）监督保障',
    ]);
    const rows = flatten(sections[2]?.children ?? []);
    expect(rows.find(({ name }) => name.startsWith('一、本年新收'))?.detail).toBe(
      '5　1　0　0　0　0　6',
    );
    const names = sections[2]?.children?.[0]?.children?.map(({ name }) => name);
    expect(names).toEqual([
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '三、本年度办理结果',
      '四、结转下年度继续办理',
    ]);
  });

  it('enclose their names and their children', async () => {
    for (const text of [CORRECT, MARKDOWN, ...GENERATED]) {
      await client.open(URI, text, 'markdown');
      const check = ({ name, range, selectionRange, children = [] }: DocumentSymbol) => {
        expect(name).not.toBe('');
        for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
          expect(isOrdered(range.start, inner.start), name).toBe(true);
          expect(isOrdered(inner.end, range.end), name).toBe(true);
        }
        children.forEach(check);
      };
      const symbols = await client.symbols(URI);
      expect(flatten(symbols).length).toBeGreaterThan(40);
      symbols.forEach(check);
      await client.close(URI);
    }
  });

  it('are a list for clients that know no tree', async () => {
    const other = await Client.start({ capabilities: WAITS });
    await other.open(URI, CORRECT);
    const list = (await other.symbols(URI)) as unknown as SymbolInformation[];
    expect(list.find(({ name }) => name === '五、存在的主要问题及改进情况')).toMatchObject({
      location: { uri: URI },
      containerName: '青禾县云水镇人民政府2021年政府信息公开工作年度报告',
    });
    await other.stop();
  });

  it('are none on what is no report', async () => {
    await client.open(URI, README, 'markdown');
    expect(await client.symbols(URI)).toEqual([]);
  });
});
