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

  it('describes every choice of a setting', () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties))
      if ('enumDescriptions' in setting)
        expect(setting.enumDescriptions.length, name).toBe(setting.enum.length);
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
