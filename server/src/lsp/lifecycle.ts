// What a client may say when. Whatever carries the messages, here they are looked at first: what is no
// message, comes too early or too late is answered as LSP says, and goes no further.
import {
  type DataCallback,
  type Disposable,
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver';

/** Answers that something was no message at all. */
export function refuseBroken(writer: MessageWriter): void {
  refuse(writer, null, ErrorCodes.ParseError, '收到的不是 JSON-RPC 消息');
}

/** A reader that passes on what is in order. */
export class Lifecycle implements MessageReader {
  #state: 'new' | 'open' | 'shut' = 'new';

  constructor(
    private readonly reader: MessageReader,
    private readonly writer: MessageWriter,
  ) {}

  /** Whether the client has asked the server to shut down: it may go then. */
  get isShut(): boolean {
    return this.#state === 'shut';
  }

  listen(callback: DataCallback): Disposable {
    return this.reader.listen((message) => {
      if (this.#isFit(message)) callback(message);
    });
  }

  get onError() {
    return this.reader.onError;
  }

  get onClose() {
    return this.reader.onClose;
  }

  get onPartialMessage() {
    return this.reader.onPartialMessage;
  }

  dispose(): void {
    this.reader.dispose();
  }

  #isFit(message: unknown): message is Message {
    if (!isObject(message)) return this.#refuse(null, ErrorCodes.InvalidRequest, '消息应当是对象');
    const { id, method, params } = message;
    if (typeof method !== 'string') return this.#isAnswer(message);
    const hasParams = params === undefined || params === null || typeof params === 'object';
    if (id === undefined) return hasParams && this.#mayTell(method, params);
    if (!isId(id)) return this.#refuse(null, ErrorCodes.InvalidRequest, 'id 应当是整数或字符串');
    if (!hasParams) return this.#refuse(id, ErrorCodes.InvalidParams, 'params 应当是对象或数组');
    return this.#mayAsk(message as unknown as RequestMessage);
  }

  /** Where it is none it gets no answer under its id: that may be the id of what the client asked. */
  #isAnswer(message: object): boolean {
    if (Message.isResponse(message as Message)) return (message as ResponseMessage).id !== null;
    return this.#refuse(null, ErrorCodes.InvalidRequest, '消息没有 method');
  }

  #mayTell(method: string, params: unknown): boolean {
    if (method === 'exit') return true;
    if (method === '$/cancelRequest') return isObject(params) && isId(params.id);
    return this.#state === 'open';
  }

  #mayAsk({ id, method, params }: RequestMessage): boolean {
    if (this.#state === 'shut')
      return this.#refuse(id, ErrorCodes.InvalidRequest, '服务器已经停止工作');
    if (method === 'initialize') return this.#mayInitialize(id, params);
    if (this.#state === 'new')
      return this.#refuse(id, ErrorCodes.ServerNotInitialized, '应当先发送 initialize');
    if (method === 'shutdown') this.#state = 'shut';
    return true;
  }

  #mayInitialize(id: RequestMessage['id'], params: unknown): boolean {
    if (this.#state !== 'new')
      return this.#refuse(id, ErrorCodes.InvalidRequest, 'initialize 只能发送一次');
    if (!isObject(params)) return this.#refuse(id, ErrorCodes.InvalidParams, 'params 应当是对象');
    if (!isObject(params.capabilities)) params.capabilities = {};
    this.#state = 'open';
    return true;
  }

  #refuse(id: RequestMessage['id'], code: number, message: string): false {
    refuse(this.writer, id, code, message);
    return false;
  }
}

function refuse(
  writer: MessageWriter,
  id: RequestMessage['id'],
  code: number,
  message: string,
): void {
  const answer: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message } };
  writer.write(answer).catch(() => {}); // nobody is there any more
}

function isId(value: unknown): value is number | string {
  return typeof value === 'string' || Number.isInteger(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
