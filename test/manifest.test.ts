// package.json and the files that it names: nothing missing, nothing left over.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import english from '../package.nls.json' with { type: 'json' };
import chinese from '../package.nls.zh-cn.json' with { type: 'json' };
import schema from '../schemas/nianbao.schema.json' with { type: 'json' };
import { SEVERITY_WORDS } from '../server/src/findings/severity.js';
import { printed, rowsOf, TABLE_KEYS, tableOf } from '../server/src/form/formats.js';
import { RULES } from '../server/src/rules/index.js';
import grammar from '../syntaxes/nianbao.tmLanguage.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '..');

describe('package.json', () => {
  const text = JSON.stringify(manifest);

  it('has its words in English and Chinese', () => {
    const used = [...new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key))].sort();
    expect(Object.keys(english).sort()).toEqual(used);
    expect(Object.keys(chinese).sort()).toEqual(used);
  });

  it('says by a placeholder where it lives, until it has a place', () => {
    const { repository, bugs, homepage } = manifest;
    for (const url of [repository.url, bugs.url, homepage])
      expect(url).toMatch(/^https:\/\/example\.invalid\/nianbao\b/);
  });

  it('names files that are there', () => {
    const named = [...text.matchAll(/"(\.\/[^"]+|(?:icons|docs)\/[^"]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) expect(fs.existsSync(path.join(ROOT, file)), file).toBe(true);
  });

  it('ships the pages of the walkthrough', () => {
    const pages = manifest.contributes.walkthroughs
      .flatMap(({ steps }) => steps)
      .map(({ media }) => media.markdown);
    const folder = fs.readdirSync(path.join(ROOT, 'docs/walkthrough'));
    expect(pages.sort()).toEqual(folder.map((name) => `docs/walkthrough/${name}`).sort());
    const shipped = fs.readFileSync(path.join(ROOT, '.vscodeignore'), 'utf8').split(/\r?\n/);
    expect(shipped).toContain('!docs/walkthrough/**');
    const commands = manifest.contributes.commands.map(({ command }) => command);
    for (const [, id = ''] of JSON.stringify(chinese).matchAll(/\(command:(nianbao\.\w+)\)/g))
      expect(commands).toContain(id);
  });

  it('guides in Chinese and English, whatever the language of VS Code', () => {
    const isBoth = (words: string) =>
      /\p{Script=Han}{2}/u.test(words) && /[A-Z][a-z]{2}/.test(words);
    for (const [key, words] of Object.entries(english))
      if (key.startsWith('walkthrough.')) expect(isBoth(words), key).toBe(true);
    const folder = path.join(ROOT, 'docs/walkthrough');
    for (const name of fs.readdirSync(folder)) {
      const languages = fs.readFileSync(path.join(folder, name), 'utf8').split('\n---\n');
      expect(languages.length, name).toBe(2);
      expect(languages[0]).toMatch(/^## \p{Script=Han}/u);
      expect(languages[1]).toMatch(/^\n## [A-Z]/);
    }
  });

  it('names the rules, in both languages (else: npm run docs)', () => {
    const { properties } = manifest.contributes.configuration.properties['nianbao.rules'];
    expect(Object.keys(properties)).toEqual(RULES.map(({ id }) => id));
    const wordsOf = (words: object, key: string) => words[`rules.${key}` as keyof typeof words];
    const inSchema: Record<string, { description: string }> = schema.properties.rules.properties;
    for (const { id, severity, docs } of RULES) {
      expect(properties[id as keyof typeof properties].description).toBe(`%rules.${id}%`);
      expect(wordsOf(english, id)).toBe(`${docs().english} (default: ${severity})`);
      expect(docs().english).toMatch(/^[A-Z]/);
      expect(wordsOf(chinese, id)).toBe(`${docs().title}（默认：${SEVERITY_WORDS[severity]}）`);
      expect(inSchema[id]?.description).toBe(wordsOf(chinese, id));
    }
    expect(schema.properties.ignore.items.properties.rule.enum).toEqual(Object.keys(properties));
    expect(Object.keys(inSchema)).toEqual(Object.keys(properties));
  });

  it('leaves Tab to whoever has more right to it', () => {
    const keys = manifest.contributes.keybindings.filter(({ key }) => /tab$/.test(key));
    expect(keys.map(({ key, command }) => `${key} ${command}`)).toEqual([
      'tab nianbao.nextField',
      'shift+tab nianbao.previousField',
    ]);
    const all = [
      'nianbao.active',
      'editorTextFocus',
      '!editorReadonly',
      '!editorTabMovesFocus',
      '!editorHasMultipleSelections',
      '(!suggestWidgetVisible || !suggestWidgetHasFocusedSuggestion)',
      '!inSnippetMode',
      '!hasSnippetCompletions',
      '!hasOtherSuggestions',
      "!(config.editor.tabCompletion == 'on' && atEndOfWord)",
      '!inlineSuggestionVisible',
      '!inlineEditIsVisible',
      '!tabShouldJumpToInlineEdit',
    ];
    for (const { when } of keys) expect(when).toBe(all.join(' && '));
  });

  it.each(['en', 'zh-CN'])('offers a new report first, sorted as in %s', (locale) => {
    for (const words of [english, chinese]) {
      const said = (text: string) => words[text.slice(1, -1) as keyof typeof words];
      const labels = manifest.contributes.commands.map(
        ({ category, title }) => `${said(category)}: ${said(title)}`,
      );
      for (const label of labels) expect(label).toMatch(/^年报/);
      const [first] = labels.toSorted((a, b) => a.localeCompare(b, locale));
      expect(first).toContain('新建年报');
    }
  });

  it('describes every choice of a setting', () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties))
      if ('enumDescriptions' in setting)
        expect(setting.enumDescriptions.length, name).toBe(setting.enum.length);
  });
});

describe('the colours of columns', () => {
  /** What the editors of VS Code's own themes have behind the text, the line of the cursor included. */
  const BEHIND = {
    light: ['#ffffff', '#f3f3f3', '#f5f5f5'],
    dark: ['#1e1e1e', '#1f1f1f', '#282828'],
    highContrast: ['#000000'],
    highContrastLight: ['#ffffff'],
  };
  const { colors } = manifest.contributes;

  it('can be read on every background', () => {
    expect(colors.length).toBe(6);
    for (const { id, defaults } of colors)
      for (const [kind, backgrounds] of Object.entries(BEHIND))
        for (const background of backgrounds) {
          const colour = defaults[kind as keyof typeof defaults];
          const least = kind.startsWith('high') ? 7 : 4.5; // WCAG AAA and AA
          expect(contrast(colour, background), `${id} ${kind}`).toBeGreaterThan(least);
        }
  });

  it('are told apart from their neighbours', () => {
    for (const kind of Object.keys(BEHIND) as (keyof typeof BEHIND)[])
      for (const [i, { defaults }] of colors.entries()) {
        const next = colors[(i + 1) % colors.length]?.defaults[kind] ?? '';
        const [a, b] = [channels(defaults[kind]), channels(next)];
        const distance = Math.hypot(...a.map((one, j) => one - (b[j] ?? 0)));
        expect(distance, `${kind} ${i}`).toBeGreaterThan(0.3);
      }
  });
});

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}

/** As WCAG 2 has it: 1 to 21. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((colour) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((c) =>
      c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  }) as [number, number];
  return a > b ? a / b : b / a;
}

describe('our own language', () => {
  const own = manifest.contributes.configurationDefaults['[nianbao]'];

  it('is set in Chinese monospace fonts of Windows, macOS and Linux', () => {
    const fonts = own['editor.fontFamily'].split(',').map((one) => one.trim());
    for (const font of ['NSimSun', 'Osaka-Mono', "'Noto Sans Mono CJK SC'", "'Sarasa Mono SC'"])
      expect(fonts).toContain(font);
    expect(fonts.at(-1)).toBe('monospace');
  });

  it('leaves the width to the text', () => {
    expect(own['editor.minimap.enabled']).toBe(false);
    // prose wraps; lines of tables are narrower than that, as long as a tab is
    expect(own['editor.wordWrap']).toBe('on');
    expect(own['editor.tabSize']).toBe(2);
  });
});

describe('the grammar', () => {
  const label = new RegExp(grammar.repository['label-line'].match, 'u');

  it('knows every label of both formats', () => {
    const missing = ['2019' as const, '2021' as const].flatMap((template) =>
      TABLE_KEYS.flatMap((key) => {
        const table = tableOf(template, key);
        const columns = table.blocks.flatMap(({ columns }) => columns);
        const groups = table.groups.filter(({ key }) => key !== 'note');
        return [...rowsOf(table), ...columns, ...groups].map(printed);
      }).filter((words) => !label.test(words)),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});
