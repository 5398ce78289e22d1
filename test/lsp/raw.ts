// A client that says anything: bytes to the server's stdin, and what it writes to its stdout and stderr.
import { type ChildProcess, spawn } from 'node:child_process';
import { BUILD_ERROR } from '../setup.js';
import { SERVER } from './client.js';

/** What comes back: an answer, a request or a notification. */
export interface Incoming {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export class RawClient {
  readonly messages: Incoming[] = [];
  /** All that the server has said, as it came. */
  said = '';
  readonly ended: Promise<number | null>;
  private readonly process: ChildProcess;
  private bytes = Buffer.alloc(0);
  private waiting: (() => void)[] = [];
  private id = 0;

  constructor() {
    if (process.env[BUILD_ERROR]) throw new Error(process.env[BUILD_ERROR]);
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe' });
    this.process.stdout?.on('data', (chunk) => this.take(chunk));
    this.process.stderr?.on('data', (chunk) => {
      this.said += chunk;
    });
    this.process.stdin?.on('error', () => {}); // it has gone
    this.ended = new Promise((resolve) =>
      this.process.on('exit', (code) => {
        resolve(code);
        this.wake();
      }),
    );
  }

  /** Bytes as they are. */
  write(bytes: string | Uint8Array): void {
    this.process.stdin?.write(bytes);
  }

  /** A message, framed. */
  send(message: unknown): void {
    this.write(framed(JSON.stringify(message)));
  }

  tell(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** A request, and its answer. */
  async ask(method: string, params?: unknown): Promise<Incoming> {
    const id = `ours-${++this.id}`;
    this.send({ jsonrpc: '2.0', id, method, params });
    return await this.until((message) => message.id === id && message.method === undefined);
  }

  /** The first message that is what is wanted. */
  async until(isIt: (message: Incoming) => boolean): Promise<Incoming> {
    for (;;) {
      const found = this.messages.find(isIt);
      if (found) return found;
      if (this.process.exitCode !== null) throw new Error(`it ended: ${this.said}`);
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
  }

  /** Answers that belong to no request. */
  refusals(): (number | undefined)[] {
    return this.messages.filter(({ id }) => id === null).map(({ error }) => error?.code);
  }

  async initialize(params: object = {}): Promise<Incoming> {
    const answer = await this.ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      ...params,
    });
    this.tell('initialized', {});
    return answer;
  }

  open(uri: string, text: string, version = 1): void {
    const textDocument = { uri, languageId: 'nianbao', version, text };
    this.tell('textDocument/didOpen', { textDocument });
  }

  /** The rules of the findings. */
  async rules(uri: string): Promise<string[]> {
    const { result } = await this.ask('textDocument/diagnostic', { textDocument: { uri } });
    return (result as { items: { code: string }[] }).items.map(({ code }) => code);
  }

  closeInput(): void {
    this.process.stdin?.end();
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  private take(chunk: Buffer): void {
    this.said += chunk;
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const end = this.bytes.indexOf('\r\n\r\n');
      if (end < 0) break;
      const length = Number(/\d+/.exec(this.bytes.toString('latin1', 0, end))?.[0]);
      if (this.bytes.length < end + 4 + length) break;
      const message = JSON.parse(this.bytes.toString('utf8', end + 4, end + 4 + length));
      this.messages.push(message);
      if (message.method !== undefined && message.id !== undefined)
        this.send({ jsonrpc: '2.0', id: message.id, result: null }); // whatever it asks
      this.bytes = this.bytes.subarray(end + 4 + length);
    }
    this.wake();
  }

  private wake(): void {
    for (const resume of this.waiting.splice(0)) resume();
  }
}

/** A body behind its header. */
export function framed(body: string, length: number | string = Buffer.byteLength(body)): string {
  return `Content-Length: ${length}\r\n\r\n${body}`;
}
