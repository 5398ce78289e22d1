// Reading `.nianbao.json`, and writing into it what the user decides.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/edit.js';
import { decisionsFor, type FolderConfig, parseConfig, unknownIn } from './folderConfig.js';
import { configEdits, type Decision } from './folderConfigEdits.js';

const valid = (text: string): FolderConfig => {
  const config = parseConfig(text);
  if ('error' in config) throw new Error(config.error);
  return config;
};

describe('parseConfig', () => {
  it('reads rules, words and what is ignored', () => {
    const config = valid(`\ufeff{
      // 说明
      "$schema": "x",
      "rules": { "spacing": "off" },
      "words": ["青禾通"],
      "ignore": [{ "rule": "typo", "file": "镇/a.txt", "fingerprint": "1:工开" }]
    }`);
    expect(decisionsFor(config, '镇/a.txt')).toEqual({
      rules: { spacing: 'off' },
      words: ['青禾通'],
      ignore: [{ rule: 'typo', file: '镇/a.txt', fingerprint: '1:工开' }],
    });
    expect(decisionsFor(config, 'a.txt').ignore).toEqual([]);
  });

  it.each(['', ' \n', '{}', '{"rules":{}}'])('takes %j for no decision', (text) => {
    expect(decisionsFor(valid(text), 'a.txt')).toEqual({ rules: {}, words: [], ignore: [] });
  });

  it.each(['b\\a.txt', './b/a.txt', 'b/a.txt'])('knows a file by any spelling: %s', (file) => {
    const config = valid(JSON.stringify({ ignore: [{ rule: 'typo', file }] }));
    expect(decisionsFor(config, 'b/a.txt').ignore).toHaveLength(1);
    expect(decisionsFor(config, 'b\\a.txt').ignore).toHaveLength(1);
  });

  it.each([
    ['{"rules":', '不是有效的 JSON（第 1 行第 10 列：缺少值）'],
    ['{\n  "words": []\n  "rules": {}\n}', '第 3 行第 3 列：缺少逗号'],
    ['{"words":["a",]}', '缺少值'],
    ['{} {}', '多余'],
    ['[]', 'JSON 对象'],
    ['null', 'JSON 对象'],
    ['{"rules":[]}', 'rules 应当是对象'],
    ['{"rules":{"spacing":"loud"}}', 'rules.spacing 应当是 error、warning、info、hint、off 之一'],
    ['{"rules":{"spacing":1}}', '写的是 1'],
    ['{"words":"x"}', 'words'],
    ['{"words":[1]}', 'words'],
    ['{"ignore":{}}', 'ignore 应当是列表'],
    ['{"ignore":[{"rule":"typo","file":"a"},{"rule":"typo"}]}', 'ignore 第 2 项'],
    ['{"ignore":[{"rule":"typo","file":"a","fingerprint":1}]}', 'ignore 第 1 项'],
  ])('tells what is wrong: %s', (text, reason) => {
    expect(parseConfig(text)).toMatchObject({ error: expect.stringContaining(reason) });
  });

  it('tells which rules there are not', () => {
    const config = valid(
      '{"rules":{"typo":"off","typos":"off"},"ignore":[{"rule":"x","file":"a"}]}',
    );
    expect(unknownIn(config, ['typo'])).toBe('没有规则 typos、x，不起作用');
  });

  it.each([
    ['{"rule":{},"word":["a"]}', '没有设置项 rule、word，不起作用'],
    ['{"word":[],"rules":{"typos":"off"}}', '没有设置项 word，没有规则 typos，不起作用'],
    ['{"__proto__":{}}', '没有设置项 __proto__，不起作用'],
    ['{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}', '没有设置项 a、b、c、d、e 等 6 个，不起作用'],
    ['{}', undefined],
    ['', undefined],
    ['{"$schema":"x","rules":{"typo":"off"},"words":["a"],"ignore":[]}', undefined],
    ['{"words":["rule","word"]}', undefined],
  ])('tells which settings there are not: %s', (text, told) => {
    expect(unknownIn(valid(text), ['typo'])).toBe(told);
  });
});

describe('configEdits', () => {
  const write = (text: string, ...decisions: Decision[]) =>
    decisions.reduce((now, decision) => applyEdits(now, configEdits(now, decision)), text);
  const entry = { rule: 'typo', file: 'a.txt', fingerprint: '1:工开' };

  it('write a new file', () => {
    const text = write('', { off: 'spacing' });
    expect(text).toBe('{\n  "rules": {\n    "spacing": "off"\n  }\n}\n');
  });

  it('add to what is there, and change it', () => {
    const text = write(
      '',
      { ignore: entry },
      { word: '青禾通' },
      { off: 'spacing' },
      { word: '禾' },
    );
    expect(JSON.parse(text)).toEqual({
      ignore: [entry],
      words: ['青禾通', '禾'],
      rules: { spacing: 'off' },
    });
    expect(JSON.parse(write('{"rules":{"spacing":"hint"}}', { off: 'spacing' }))).toEqual({
      rules: { spacing: 'off' },
    });
  });

  it('keep comments, layout and line ends', () => {
    const text = '{\r\n\t// 本镇\r\n\t"words": ["青禾通"] // 平台\r\n}\r\n';
    const after = write(text, { off: 'spacing' }, { ignore: entry }, { word: '禾' });
    expect(after).toBe(
      [
        '{',
        '\t// 本镇',
        '\t"words": ["青禾通", "禾"], // 平台',
        '\t"rules": {',
        '\t\t"spacing": "off"',
        '\t},',
        '\t"ignore": [',
        '\t\t{ "rule": "typo", "file": "a.txt", "fingerprint": "1:工开" }',
        '\t]',
        '}',
        '',
      ].join('\r\n'),
    );
    expect(decisionsFor(valid(after), 'a.txt').words).toEqual(['青禾通', '禾']);
  });

  it.each([
    [
      '{"rules":{"spacing":"off"}}',
      { word: '禾' },
      '{"rules":{"spacing":"off"}, "words": [\n    "禾"\n  ]}',
    ],
    ['{}', { word: '禾' }, '{\n  "words": [\n    "禾"\n  ]\n}'],
    ['{"words": [ // 无\n]}', { word: '禾' }, '{"words": [ // 无\n    "禾"\n  ]}'],
    ['{"words": []}', { word: '"' }, '{"words": [\n    "\\""\n  ]}'],
  ])('fit into %s', (text, decision, after) => {
    expect(write(text, decision)).toBe(after);
    valid(after);
  });
});
