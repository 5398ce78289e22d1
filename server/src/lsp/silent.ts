// A log for the protocol library that says that something went wrong, and nothing of what was in it:
// the library would quote messages, and those hold what people write.
import type { Features, RemoteConsole } from 'vscode-languageserver';

const FAULT = '处理一条消息时出错，已略过';

/** Given to `createConnection`; what we log ourselves does not go this way. */
export const SILENT: Features<RemoteConsole> = {
  __brand: 'features',
  console: (Base) =>
    class extends Base {
      override error(): void {
        super.error(FAULT);
      }
      override warn(): void {
        super.warn(FAULT);
      }
      override info(): void {}
      override log(): void {}
      override debug(): void {}
    },
};
