// Colours for the tables as LSP semantic tokens: of a whole document, or of a part of it.
import {
  type CancellationToken,
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
} from 'vscode-languageserver';
import { RELATION_RULES } from '../../form/formats.js';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../service/index.js';
import type { Feature } from '../feature.js';

/** The rules whose findings are wrong figures. */
const RULES: ReadonlySet<string> = new Set([...RELATION_RULES, 'cell-value']);

export const semanticTokenFeature: Feature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
  }),
  serve({ connection, client, documents, texts, onRefresh }) {
    const answer = async (uri: string, token: CancellationToken, range?: Range) => {
      const checked = await documents.check(uri, token);
      if (!checked) return { data: [] };
      const { report, source, diagnostics } = checked;
      const wrong = diagnostics.filter(({ rule }) => RULES.has(rule)).map(({ span }) => span);
      // our own language and Markdown have grammars
      const headings = texts.get(uri)?.languageId === 'plaintext';
      return encoded(semanticTokens(report, source, wrong, { headings }), range);
    };
    const { semanticTokens: requests } = connection.languages;
    requests.on(({ textDocument: { uri } }, token) => answer(uri, token));
    requests.onRange(({ textDocument: { uri }, range }, token) => answer(uri, token, range));
    if (client.workspace?.semanticTokens?.refreshSupport)
      onRefresh(() => void requests.refresh().catch(() => {}));
  },
};

/** Those on the lines of the range. */
function encoded(tokens: ReturnType<typeof semanticTokens>, range?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { line, character, length, type, modifiers } of tokens) {
    if (range && (line < range.start.line || line > range.end.line)) continue;
    const bits = modifiers.reduce((set, one) => set | (1 << TOKEN_MODIFIERS.indexOf(one)), 0);
    builder.push(line, character, length, TOKEN_TYPES.indexOf(type), bits);
  }
  return builder.build();
}
