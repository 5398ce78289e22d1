// Fonts in which bars stand under each other.
import { describe, expect, it } from 'vitest';
import { hasWideQuotes, isChineseMonospace } from '../../client/src/fontNames.js';
import manifest from '../../package.json' with { type: 'json' };

describe('isChineseMonospace', () => {
  it.each([
    'NSimSun, monospace',
    '新宋体',
    "'Sarasa Mono SC', Consolas",
    '"Noto Sans Mono CJK SC"',
    'WenQuanYi Zen Hei Mono',
    'Maple Mono NF CN',
    manifest.contributes.configurationDefaults['[nianbao]']['editor.fontFamily'],
  ])('%s', (fonts) => expect(isChineseMonospace(fonts)).toBe(true));

  it.each([
    '',
    "Consolas, 'Courier New', monospace",
    "'Droid Sans Mono', 'monospace', monospace",
    "Menlo, Monaco, 'Courier New', monospace",
    'Microsoft YaHei',
    'Noto Sans CJK SC',
    'Consolas, NSimSun', // figures come from the first
  ])('not %s', (fonts) => expect(isChineseMonospace(fonts)).toBe(false));
});

describe('hasWideQuotes', () => {
  it.each([
    'NSimSun, monospace',
    "'Sarasa Mono SC', Consolas",
    '"Noto Sans Mono CJK SC"',
    manifest.contributes.configurationDefaults['[nianbao]']['editor.fontFamily'],
  ])('%s', (fonts) => expect(hasWideQuotes(fonts)).toBe(true));

  it.each(['', "'Droid Sans Mono', 'monospace', monospace", 'Consolas, NSimSun', 'Sarasa Term SC'])(
    'not %s',
    (fonts) => expect(hasWideQuotes(fonts)).toBe(false),
  );
});
