// What happens when the server ends by itself: it is started again, unless it ends again and again.
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

const MOST = 5;
const MINUTES = 3;

export class Crashes implements ErrorHandler {
  private readonly times: number[] = [];
  /** Whether it is wanted no more. */
  hasEnded = false;

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: count && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    if (this.hasEnded) return { action: CloseAction.DoNotRestart, handled: true };
    const now = Date.now();
    this.times.push(now);
    const recent = this.times.filter((time) => now - time <= MINUTES * 60_000);
    if (recent.length < MOST)
      return { action: CloseAction.Restart, message: '检查服务意外停止，重新启动。' };
    const message = `检查服务在 ${MINUTES} 分钟内停止了 ${MOST} 次，不再自动启动。可以运行“年报: 重新启动检查服务”。`;
    return { action: CloseAction.DoNotRestart, message };
  }
}
