// Semantic tokens over LSP: of a document and of a part of it, with what is wrong as it is checked.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };
import { Client, PULLS } from './client.js';
import { CORRECT, MARKDOWN, README, swap, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';
const CAPABILITIES = {
  textDocument: {
    ...PULLS.textDocument,
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: [] },
  },
  workspace: { ...PULLS.workspace, semanticTokens: { refreshSupport: true } },
};

describe('semantic tokens', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ capabilities: CAPABILITIES });
  });
  afterEach(() => client.stop());
  const legend = () =>
    client.initialized.capabilities.semanticTokensProvider?.legend as SemanticTokensLegend;

  /** [line, words, type.modifiers] */
  const decode = (text: string, { data }: SemanticTokens) => {
    const lines = text.split('\n');
    const tokens: [number, string, string][] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const modifiers = legend().tokenModifiers.filter((_, bit) => bits & (1 << bit));
      const words = lines[line]?.slice(character, character + length) ?? '';
      tokens.push([line, words, [legend().tokenTypes[type], ...modifiers].join('.')]);
    }
    return tokens;
  };
  const full = async (text: string) =>
    decode(text, await client.ask('textDocument/semanticTokens/full', URI));

  it('have a legend, and the manifest colours for it', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } =
      manifest.contributes;
    expect(legend()).toEqual({
      tokenTypes: semanticTokenTypes.map(({ id }) => id),
      tokenModifiers: semanticTokenModifiers.map(({ id }) => id),
    });
    const coloured = Object.keys(semanticTokenScopes[0]?.scopes ?? {}).flatMap((selector) =>
      selector.split('.'),
    );
    const named = [...legend().tokenTypes, ...legend().tokenModifiers];
    expect([...new Set(coloured)].sort()).toEqual(named.sort());
  });

  it.each([
    ['plain text', CORRECT, 'nianbao'],
    ['Markdown', MARKDOWN, 'markdown'],
  ])('colour %s', async (_, text, language) => {
    await client.open(URI, text, language);
    const tokens = await full(text);
    const of = (wanted: string) =>
      tokens.flatMap(([, words, type]) => (type === wanted ? [words] : []));
    expect(of('formLabel')).toContain('行政许可');
    expect(of('formLabel.column')).toContain('自然人');
    expect(of('formLabel.group')).toContain('（三）不予公开');
    expect(of('formLabel.total').length).toBeGreaterThan(1);
    expect(of('figure').length).toBeGreaterThan(100);
    for (const figure of of('figure.total')) expect(figure).toMatch(/^\d+$/);
  });

  it('tell wrong figures, until they are right or nobody wants to know', async () => {
    const text = swap(WRONG_TOTAL, '规章\t0', '规章\t０');
    await client.open(URI, text);
    const wrong = async () => {
      const tokens = await full(text);
      return tokens.flatMap(([, words, type]) => (type.endsWith('wrong') ? [words] : []));
    };
    expect(await wrong()).toEqual(['０', '9']);
    client.settings = { rules: { 'cell-value': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    await client.until(() => client.refreshed.includes('semanticTokens'));
    expect(await wrong()).toEqual(['9']);
    await client.change(URI, { text: CORRECT });
    expect(await wrong()).toEqual([]);
  });

  it('of a range are those of its lines', async () => {
    await client.open(URI, CORRECT);
    const tokens = await full(CORRECT);
    const [first = 0, last = 0] = [tokens[40]?.[0], tokens[90]?.[0]];
    const range: Range = {
      start: { line: first, character: 0 },
      end: { line: last, character: 0 },
    };
    const part = await client.ask<SemanticTokens>('textDocument/semanticTokens/range', URI, {
      range,
    });
    expect(decode(CORRECT, part)).toEqual(tokens.filter(([line]) => line >= first && line <= last));
  });

  it('are none on what is no report, nor on what is closed', async () => {
    expect(await full('')).toEqual([]);
    await client.open(URI, README, 'markdown');
    expect(await full(README)).toEqual([]);
  });
});
