// The server ends when nobody speaks to it any more, whatever it has been given to do.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { SERVER } from './client.js';
import { CORRECT } from './texts.js';

const URI = 'file:///a.txt';
/** Sentences that readers of running text once tried to read in every possible way. */
const HARD = [
  `2023年，我镇依申请公开是件${'数量'.repeat(45)}。`,
  `2023年，我镇未收到${'公众'.repeat(60)}人。`,
  `2023年，我镇申请全部${'已按规定'.repeat(40)}，。`,
  `2023年，我镇${'共有计'.repeat(40)}作出行政处罚${'共有计'.repeat(40)}！`,
].join('\n');

describe('without anybody who speaks to it', () => {
  it.each([
    ['before a word', []],
    ['after it is initialized', [initialize()]],
    ['with hard sentences to read', [initialize(), opened(`${CORRECT}${HARD}`)]],
    ['with much to read', [initialize(), opened(CORRECT.repeat(500) + '（'.repeat(200_000))]],
    ['in the middle of a message', [initialize(), 'Content-Length: 100\r\n\r\n{"jsonrpc"']],
  ])('it ends: %s', async (_, messages) => {
    const server = spawn(process.execPath, [SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const ended = once(server, 'exit');
    server.stdout.resume();
    server.stderr.resume();
    server.stdin.on('error', () => {}); // it may be gone already
    server.stdin.end(messages.join(''));
    expect((await ended)[1], 'the signal that ended it').toBeNull();
  });
});

function message(method: string, params: unknown, id?: number): string {
  const text = JSON.stringify({ jsonrpc: '2.0', id, method, params });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function initialize(): string {
  const params = { processId: null, rootUri: null, capabilities: {} };
  return message('initialize', params, 1) + message('initialized', {});
}

function opened(text: string): string {
  const textDocument = { uri: URI, languageId: 'nianbao', version: 1, text };
  return message('textDocument/didOpen', { textDocument });
}
