// How the messages come and go on Node: as the command line says, `--stdio`, `--node-ipc`,
// `--socket=PORT` or `--pipe=NAME`; without a word of it, as the server was started.
import net from 'node:net';
import type { Readable, Writable } from 'node:stream';
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { FrameReader } from './frames.js';
import { Lifecycle, refuseBroken } from './lifecycle.js';
import { SILENT } from './silent.js';

/** The connection to the client; when that is gone, so is the server. */
export function connect(): Connection {
  const [reader, writer] = transport();
  const lifecycle = new Lifecycle(reader, writer);
  const exit = () => process.exit(lifecycle.isShut ? 0 : 1);
  reader.onClose(exit);
  process.on('disconnect', exit);
  return createConnection(SILENT, lifecycle, writer);
}

function transport(): [MessageReader, MessageWriter] {
  const port = argument('--socket');
  if (port !== undefined) return over(net.createConnection(Number(port), '127.0.0.1'));
  const pipe = argument('--pipe');
  if (pipe !== undefined) return over(net.createConnection(pipe));
  const isIpc = process.argv.includes('--node-ipc');
  if (isIpc || (process.send && !process.argv.includes('--stdio')))
    return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  return over(process.stdin, process.stdout);
}

function over(
  input: Readable,
  output: Writable = input as net.Socket,
): [MessageReader, MessageWriter] {
  const writer = new StreamMessageWriter(output);
  return [new FrameReader(input, () => refuseBroken(writer)), writer];
}

/** `--name=value` or `--name value`. */
function argument(name: string): string | undefined {
  const { argv } = process;
  const at = argv.findIndex((one) => one === name || one.startsWith(`${name}=`));
  return argv[at] === name ? argv[at + 1] : argv[at]?.slice(name.length + 1);
}
