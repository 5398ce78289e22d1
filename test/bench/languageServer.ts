// The language server against one that does nothing: an edit, the start, the memory.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {
  createMessageConnection,
  type Diagnostic,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { inTurns, median, ms, quantile, row } from './measure.js';
import { reportOf } from './sample.js';

const URI = 'file:///bench.nianbao';
const OURS = path.resolve('dist/server.js');

class Session {
  private version = 1;
  private answer: (diagnostics: Diagnostic[]) => void = () => {};

  private constructor(
    private readonly child: ReturnType<typeof spawn>,
    private readonly connection: ReturnType<typeof createMessageConnection>,
  ) {
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ version, diagnostics }: PublishDiagnosticsParams) => {
        if (version === this.version) this.answer(diagnostics);
      },
    );
    connection.listen();
  }

  /** From the start of the process to the first diagnostics. */
  static async open(server: string, text: string, diagnostics: Diagnostic[] = []) {
    const start = performance.now();
    const child = spawn(process.execPath, [server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const session = new Session(
      child,
      createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      ),
    );
    await session.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
      initializationOptions: { diagnostics },
    });
    await session.connection.sendNotification('initialized', {});
    const found = await session.send('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'nianbao', version: 1, text },
    });
    return { session, found, took: performance.now() - start };
  }

  /** Types a character or takes it back; the milliseconds until the diagnostics are there. */
  async edit(line: number): Promise<number> {
    this.version++;
    const typed = this.version % 2 === 0;
    const range = { start: { line, character: 0 }, end: { line, character: typed ? 0 : 1 } };
    const start = performance.now();
    await this.send('textDocument/didChange', {
      textDocument: { uri: URI, version: this.version },
      contentChanges: [{ range, text: typed ? '年' : '' }],
    });
    return performance.now() - start;
  }

  private async send(method: string, params: object): Promise<Diagnostic[]> {
    const answered = new Promise<Diagnostic[]>((resolve) => {
      this.answer = resolve;
    });
    await this.connection.sendNotification(method, params);
    return await answered;
  }

  /** Megabytes of the process, where the system tells. */
  memory(): number {
    const status = `/proc/${this.child.pid}/status`;
    if (!fs.existsSync(status)) return Number.NaN;
    return Number(/VmRSS:\s*(\d+)/.exec(fs.readFileSync(status, 'utf8'))?.[1]) / 1024;
  }

  async close(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }
}

/** `nothing` is the bundle of nothingServer.ts. */
export async function languageServer(nothing: string): Promise<void> {
  const text = reportOf(10_000);
  const { session, found } = await Session.open(OURS, text);
  await session.close();
  const start = async (server: string) => {
    const { session, took } = await Session.open(server, text, found);
    await session.close();
    return took;
  };
  const starts = await inTurns(11, { ours: () => start(OURS), theirs: () => start(nothing) });
  const [a, b] = [median(starts.ours), median(starts.theirs)];
  row('server: spawn → first diagnostics : do-nothing', a / b, '≤ 1.2×', `${ms(a)} : ${ms(b)}`);
  await edits('10 KB', text, 2000, '≤ 1.5×', nothing, found);
  await edits('1 MB', reportOf(1_000_000), 60, '≤ 2×', nothing, found);
}

async function edits(
  size: string,
  text: string,
  count: number,
  goal: string,
  nothing: string,
  found: Diagnostic[],
): Promise<void> {
  const { session: ours } = await Session.open(OURS, text);
  const { session: theirs } = await Session.open(nothing, text, found);
  const lines = text.split('\n').length;
  // Each line is typed into and cleared again, from the first to the last and anew.
  const lineOf = (edit: number) => Math.trunc(edit / 2) % lines;
  let [a, b] = [0, 0];
  const times = await inTurns(count, {
    ours: () => ours.edit(lineOf(a++)),
    theirs: () => theirs.edit(lineOf(b++)),
  });
  for (const [name, share] of [
    ['median', 0.5],
    ['p99', 0.99],
  ] as const) {
    const [a, b] = [quantile(times.ours, share), quantile(times.theirs, share)];
    row(`edit of ${size} → diagnostics, ${name} : do-nothing`, a / b, goal, `${ms(a)} : ${ms(b)}`);
  }
  if (count >= 2000) {
    const [a, b] = [ours.memory(), theirs.memory()];
    row(
      'memory after 2,000 edits : do-nothing',
      a / b,
      '≤ 1.5×',
      `${a.toFixed(0)} MB : ${b.toFixed(0)} MB`,
    );
  }
  await ours.close();
  await theirs.close();
}
