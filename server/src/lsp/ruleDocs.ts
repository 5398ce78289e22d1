// The command “查看规则说明” for clients that do not have it themselves.
import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import { type InitializationOptions, OPEN_RULE } from './protocol.js';

type HrefOf = (rule: string) => string | undefined;

/** Two of a command would be one too many. */
export function commandsFor({ commands }: InitializationOptions): Partial<ServerCapabilities> {
  return commands ? {} : { executeCommandProvider: { commands: [OPEN_RULE] } };
}

/** Opens a rule's page where the client can. */
export function serveRuleDocs(
  connection: Connection,
  { window }: ClientCapabilities,
  hrefOf: HrefOf,
): void {
  connection.onExecuteCommand(async ({ command, arguments: [rule] = [] }) => {
    const uri = command === OPEN_RULE && /^[a-z-]+$/.test(rule) ? hrefOf(rule) : undefined;
    if (uri !== undefined && window?.showDocument?.support)
      await connection.window
        .showDocument({ uri, external: !uri.startsWith('file:') })
        .catch(() => {});
    return null;
  });
}
