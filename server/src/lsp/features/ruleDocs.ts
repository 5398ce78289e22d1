// The command “查看规则说明” for clients that do not have it themselves.
import type { Feature } from '../feature.js';
import { OPEN_RULE } from '../protocol.js';

export const ruleDocsFeature: Feature = {
  // two of a command would be one too many
  commands: ({ commands }): ReturnType<NonNullable<Feature['commands']>> =>
    commands
      ? {}
      : {
          /** Opens a rule's page where the client can. */
          [OPEN_RULE]: async ({ connection, client, diagnosticOptions: { hrefOf } }, rule) => {
            const isRule = typeof rule === 'string' && /^[a-z-]+$/.test(rule);
            const uri = isRule ? hrefOf(rule) : undefined;
            if (uri !== undefined && client.window?.showDocument?.support)
              await connection.window
                .showDocument({ uri, external: !uri.startsWith('file:') })
                .catch(() => {});
            return null;
          },
        },
};
