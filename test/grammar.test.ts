// What the grammars colour, tokenized by VS Code's own engine.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const SYNTAXES = path.resolve(import.meta.dirname, '../syntaxes');

/** As much of VS Code's Markdown grammar as the injection looks at. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '^```', end: '^```$', name: 'markup.fenced_code.block.markdown' },
    { begin: '^(?=\\|)', while: '^(?=\\|)', name: 'markup.table.markdown' },
    { begin: '^#+ ', end: '$', name: 'markup.heading.markdown' },
    { begin: '^(?=\\S)', while: '^(?=[^\\s|#`])', name: 'meta.paragraph.markdown' },
  ],
};

let nianbao: IGrammar;
let markdown: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(fs.readFileSync(wasm)));
  const grammars: Record<string, () => string> = {
    'text.nianbao': () => read('nianbao.tmLanguage.json'),
    'markdown.nianbao.injection': () => read('markdown.injection.tmLanguage.json'),
    'text.html.markdown': () => JSON.stringify(MARKDOWN),
  };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const text = grammars[scope]?.();
      return text ? textmate.parseRawGrammar(text, `${scope}.json`) : null;
    },
    getInjections: (scope) =>
      scope === 'text.html.markdown' ? ['markdown.nianbao.injection'] : undefined,
  });
  nianbao = (await registry.loadGrammar('text.nianbao')) as IGrammar;
  markdown = (await registry.loadGrammar('text.html.markdown')) as IGrammar;
});

const read = (file: string) => fs.readFileSync(path.join(SYNTAXES, file), 'utf8');

/** The innermost scope of ours on the passage between ‹ and ›, without its ending. */
function scopeIn(grammar: IGrammar, marked: string): string | undefined {
  const at = marked.indexOf('‹');
  const text = marked.replace('‹', '').replace('›', '');
  let stack = textmate.INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const token = tokens.find(
      ({ startIndex, endIndex }) => offset + startIndex <= at && at < offset + endIndex,
    );
    if (token) {
      const ours = token.scopes.findLast((scope) => scope.endsWith('.nianbao'));
      return ours === 'text.nianbao' ? undefined : ours?.replace(/\.nianbao$/, '');
    }
    offset += line.length + 1;
  }
  return undefined;
}

describe('nianbao', () => {
  it.each([
    ['‹青›禾县云水镇2021年政府信息公开工作年度报告', 'entity.name.section.organ'],
    ['青禾县云水镇‹2›021年政府信息公开工作年度报告', 'constant.numeric.year'],
    ['青禾县云水镇2021年‹政›府信息公开工作年度报告', 'entity.name.section.title'],
    ['一、‹总›体情况', 'entity.name.section'],
    ['（一）‹主›动公开。公开信息186条。', 'entity.name.section'],
    ['（一）主动公开。‹公›开信息186条。', undefined],
    ['（一）主动公开。公开信息‹1›86条。', 'constant.numeric'],
    ['一、‹本›年新收政府信息公开申请数量\t\t\t5\t6', 'entity.name.type.row'],
    ['一、本年新收政府信息公开申请数量\t\t\t‹5›\t6', 'constant.numeric.value'],
    ['一、‹本›年新收政府信息公开申请数量', 'entity.name.type.row'],
    ['‹1›2', 'constant.numeric.value'],
    ['\t（三）‹不›予公开\t1.属于国家秘密\t0', 'constant.language.group'],
    ['\t（三）不予公开\t1.‹属›于国家秘密\t0', 'entity.name.type.row'],
    ['\t\t3.‹其›他\t0', 'entity.name.type.row'],
    ['\t（七）‹总›计\t\t7', 'entity.name.function.total'],
    ['规章|0|‹0›|0', 'constant.numeric.value'],
    ['规章\t0\t‹/›\t0', 'invalid.deprecated.value'],
    ['信息内容\t‹本›年制发件数\t本年废止件数', 'variable.parameter.column'],
    ['‹第›二十条第（一）项\t\t\t', 'constant.language.caption'],
    ['（二）‹不›分公开\t0\t0', 'markup.table.row'], // no label: a slip stands out,
    ['依据《‹中›华人民共和国政府信息公开条例》', 'string.quoted.other.title'],
    ['的通知》（‹国›办公开办函〔2021〕30号）', 'variable.other.constant.document-number'],
    ['《条例》‹第›五十条', 'variable.other.constant.article'],
    ['《没有写完\n‹下›一行', undefined],
  ])('%s: %s', (text, scope) => {
    expect(scopeIn(nianbao, text)).toBe(scope);
  });
});

describe('Markdown', () => {
  it.each([
    ['| 一、‹本›年新收政府信息公开申请数量 | 5 |', 'entity.name.type.row'],
    ['| 一、本年新收政府信息公开申请数量 | ‹5› |', 'constant.numeric.value'],
    ['|  | （七）‹总›计 | 5 |', 'entity.name.type.row'],
    ['| ‹自›然人 | 法人或其他组织 | 总计 |', 'variable.parameter.column'],
    ['| 自然人 | 法人或其他组织 | ‹总›计 |', 'entity.name.function.total'],
    ['‹一›、总体情况', 'entity.name.section'],
    ['按照国办函〔2020〕109号：‹国›办函〔2020〕109号', 'variable.other.constant.document-number'],
  ])('%s: %s', (text, scope) => {
    expect(scopeIn(markdown, text)).toBe(scope);
  });

  it.each([
    '| 项目 | ‹总›计 |',
    '| 项目 | ‹3› |',
    '今年‹部›分公开 3 件',
    '```\n| 一、‹本›年新收政府信息公开申请数量 | 5 |\n```',
    '# ‹一›、工作总结',
  ])('is quiet on %s', (text) => {
    expect(scopeIn(markdown, text)).toBeUndefined();
  });
});
