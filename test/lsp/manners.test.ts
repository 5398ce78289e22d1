// Clients that do not keep to the protocol: the server answers as LSP says, lives, and writes nothing
// of what it was sent into a log.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROKEN, Frames } from '../../server/src/lsp/connection/frames.js';
import {
  DRAFT_DEFAULTS,
  KNOWN_REPORTS,
  NEW_REPORT,
  PASTE,
  PING,
  REFINE,
  SNIPPETS,
} from '../../server/src/lsp/protocol.js';
import { framed, RawClient } from './raw.js';
import { swap, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';
const SECRET = '保密的一句话';
const REPORT = swap(WRONG_TOTAL, '一、总体情况', `一、总体情况\n${SECRET}。`);
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const NOT_INITIALIZED = -32002;

let client: RawClient;
beforeEach(() => {
  client = new RawClient();
});
afterEach(() => client.kill());

/** It still finds what there is to find, and has told no secret. */
async function expectAlive(): Promise<void> {
  client.open(URI, REPORT);
  expect(await client.rules(URI)).toEqual(['row-total']);
  expect(client.said).not.toContain(SECRET);
}

describe('the order of a conversation', () => {
  it('begins with initialize', async () => {
    client.tell('initialized', {});
    client.open(URI, SECRET);
    for (const method of ['textDocument/hover', 'shutdown', 'nianbao/field', 'no/such'])
      expect(await client.ask(method, { textDocument: { uri: URI } })).toMatchObject({
        error: { code: NOT_INITIALIZED },
      });
    for (const params of [null, undefined, [1], 5, 'x'])
      expect((await client.ask('initialize', params)).error?.code).toBeLessThan(-32599);
    expect(await client.initialize()).toMatchObject({
      result: { serverInfo: { name: 'nianbao' } },
    });
    await expectAlive();
  });

  it('has initialize once', async () => {
    await client.initialize();
    const again = await client.ask('initialize', { processId: null, capabilities: {} });
    expect(again).toMatchObject({ error: { code: INVALID_REQUEST } });
    await expectAlive();
  });

  it('knows what it cannot do', async () => {
    await client.initialize();
    expect(await client.ask('no/such', {})).toMatchObject({ error: { code: -32601 } });
    client.tell('no/such', { text: SECRET });
    await expectAlive();
  });

  it('ends with shutdown and exit', async () => {
    await client.initialize();
    expect(await client.ask('shutdown')).toMatchObject({ result: null });
    client.open(URI, REPORT);
    for (const method of ['textDocument/diagnostic', 'initialize', 'shutdown', 'no/such'])
      expect(await client.ask(method, { textDocument: { uri: URI } })).toMatchObject({
        error: { code: INVALID_REQUEST },
      });
    client.tell('exit');
    expect(await client.ended).toBe(0);
  });

  it.each([
    ['exit at once', () => client.tell('exit'), 1],
    ['the end of its input', () => client.closeInput(), 1],
  ])('may end otherwise: %s', async (_, end, status) => {
    await client.initialize();
    end();
    expect(await client.ended).toBe(status);
  });

  it('may end without exit', async () => {
    await client.initialize();
    await client.ask('shutdown');
    client.closeInput();
    expect(await client.ended).toBe(0);
  });
});

describe('bytes that are no message', () => {
  const body = JSON.stringify({ jsonrpc: '2.0', method: SECRET, params: { text: SECRET } });

  it.each([
    ['a header without a length', `Content-Type: x\r\n\r\n${body}`],
    ['a length in words', framed(body, '很多')],
    ['a negative length', framed(body, -5)],
    ['a broken length', framed(body, '12x')],
    ['an enormous length', framed(body, '9'.repeat(30))],
    ['a length beyond any document', framed(body, 100_000_000)],
    ['a length beyond any string', framed(body, 2 ** 40)],
    ['a header of nothing', `\r\n\r\n${body}`],
    ['a header without a colon', `${SECRET}\r\n\r\n`],
    ['a length too short', framed(body, 20)],
    ['a length too long', framed(body, Buffer.byteLength(body) + 30)],
    ['broken JSON', framed(`{"method":"${SECRET}`)],
    ['no JSON', framed(SECRET)],
    ['no body', framed('')],
    ['a very long line', `${SECRET.repeat(20_000)}`],
  ])('%s: told once, and the next message is heard', async (_, bytes) => {
    await client.initialize();
    client.write(bytes);
    client.tell('initialized', {}); // may be taken for a part of what was wrong
    await expectAlive();
    expect(client.refusals()).toEqual([PARSE_ERROR]);
  });

  it.each([
    ['null', null],
    ['a number', 5],
    ['a string', SECRET],
    ['a list', [{ jsonrpc: '2.0', id: 1, method: 'shutdown' }]],
    ['an empty object', {}],
    ['an id alone', { id: 1, text: SECRET }],
    ['an answer without a result', { jsonrpc: '2.0', id: 1, text: SECRET }],
    ['an id that is a list', { jsonrpc: '2.0', id: [SECRET], method: 'shutdown' }],
    ['an id that is null', { jsonrpc: '2.0', id: null, method: 'shutdown' }],
    ['an id that is a fraction', { jsonrpc: '2.0', id: 1.5, method: 'shutdown' }],
    ['a method that is a number', { jsonrpc: '2.0', id: 1, method: 5 }],
  ])('%s in a frame is refused', async (_, message) => {
    await client.initialize();
    client.send(message);
    await expectAlive();
    expect(client.refusals()).toEqual([INVALID_REQUEST]);
  });

  it('answers to nothing, cancelled nothings and odd notifications are passed over', async () => {
    await client.initialize();
    client.send({ jsonrpc: '2.0', id: 999, result: SECRET });
    client.send({ jsonrpc: '2.0', id: null, error: { code: 1, message: SECRET } });
    client.send({ jsonrpc: '2.0', id: 999, error: SECRET });
    for (const params of [null, undefined, 5, [], {}, { id: null }, { id: SECRET }])
      for (const method of ['$/cancelRequest', '$/setTrace', '$/progress', SECRET])
        client.tell(method, params);
    client.tell('$/setTrace', { value: 'verbose' });
    await expectAlive();
    expect(client.refusals()).toEqual([]);
  });

  it('come in any pieces', async () => {
    await client.initialize();
    const uri = JSON.stringify(URI);
    const text = `{"jsonrpc":"2.0","id":"late","method":"textDocument/hover","params":{"textDocument":{"uri":${uri}},"position":{"line":0,"character":0}}}`;
    for (const byte of Buffer.from(framed(text))) client.write(Uint8Array.of(byte));
    expect(await client.until(({ id }) => id === 'late')).toMatchObject({ result: null });
  });
});

describe('frames', () => {
  const messagesIn = (chunks: readonly Buffer[]) => {
    const frames = new Frames();
    return chunks.flatMap((chunk) => [...frames.push(chunk)]);
  };
  /** A stream cut at some places. */
  const cut = (bytes: Buffer, places: readonly number[]) => {
    const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length];
    ends.sort((a, b) => a - b);
    return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
  };

  it('are the same however the stream is cut', () => {
    const values = fc.array(fc.jsonValue(), { maxLength: 6 });
    fc.assert(
      fc.property(values, fc.array(fc.nat(), { maxLength: 9 }), (values, places) => {
        const stream = values.map((value) => framed(JSON.stringify(value))).join('');
        const wanted = values.map((value) => JSON.parse(JSON.stringify(value)));
        expect(messagesIn(cut(Buffer.from(stream), places))).toEqual(wanted);
      }),
    );
  });

  it('are found again after whatever has come before', () => {
    const noise = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(noise, fc.array(fc.nat(), { maxLength: 5 }), (noise, places) => {
        // the first may be taken for a part of what was wrong
        const stream = Buffer.concat([noise, Buffer.from(framed('1') + framed('2') + framed('3'))]);
        const messages = messagesIn(cut(stream, places));
        expect(messages.slice(-2)).toEqual([2, 3]);
        expect(messages.filter((one) => one === BROKEN).length).toBeLessThan(4);
      }),
    );
  });

  it('keep no more than a header of what is none', () => {
    const frames = new Frames();
    for (let i = 0; i < 1000; i++) expect([...frames.push(Buffer.alloc(10_000, 65))]).toEqual([]);
    expect([...frames.push(Buffer.from(framed('7')))]).toEqual([BROKEN, 7]);
  });
});

describe('parameters of other types', () => {
  const place = { textDocument: { uri: URI }, position: { line: 5, character: 0 } };
  const range = { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } };
  const REQUESTS: Record<string, object> = {
    'textDocument/hover': place,
    'textDocument/completion': place,
    'textDocument/definition': place,
    'textDocument/references': { ...place, context: { includeDeclaration: true } },
    'textDocument/documentHighlight': place,
    'textDocument/documentSymbol': { textDocument: { uri: URI } },
    'textDocument/codeAction': { textDocument: { uri: URI }, range, context: { diagnostics: [] } },
    'textDocument/codeLens': { textDocument: { uri: URI } },
    'textDocument/documentLink': { textDocument: { uri: URI } },
    'textDocument/foldingRange': { textDocument: { uri: URI } },
    'textDocument/selectionRange': { textDocument: { uri: URI }, positions: [place.position] },
    'textDocument/formatting': { textDocument: { uri: URI }, options: { tabSize: 2 } },
    'textDocument/rangeFormatting': { textDocument: { uri: URI }, range, options: { tabSize: 2 } },
    'textDocument/inlayHint': { textDocument: { uri: URI }, range },
    'textDocument/semanticTokens/full': { textDocument: { uri: URI } },
    'textDocument/semanticTokens/range': { textDocument: { uri: URI }, range },
    'textDocument/diagnostic': { textDocument: { uri: URI } },
    'completionItem/resolve': { label: 'x' },
    'workspace/executeCommand': { command: 'nianbao.recomputeTotals', arguments: [URI] },
    [REFINE]: {
      textDocument: { uri: URI },
      left: [1],
      without: [{ offset: 1, length: 1, text: '' }],
    },
    [PING]: {},
    [SNIPPETS]: place,
    [PASTE]: { textDocument: { uri: URI }, range, text: '1\t2' },
    [KNOWN_REPORTS]: {},
    [DRAFT_DEFAULTS]: { organization: '青禾县云水镇人民政府', year: 2022 },
    [NEW_REPORT]: { organization: '青禾县云水镇人民政府', year: 2022 },
  };
  const NOTIFICATIONS: Record<string, object> = {
    'textDocument/didOpen': {
      textDocument: { uri: 'file:///b', languageId: 'x', version: 1, text: 'x' },
    },
    'textDocument/didChange': {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range, text: '' }],
    },
    'textDocument/didClose': { textDocument: { uri: 'file:///b' } },
    'workspace/didChangeConfiguration': { settings: {} },
    'workspace/didChangeWatchedFiles': { changes: [{ uri: URI, type: 2 }] },
    'workspace/didChangeWorkspaceFolders': {
      event: { added: [{ uri: 'file:///w' }], removed: [] },
    },
  };
  const ODD: readonly unknown[] = [
    ...[null, 5, -1, 1.5, 2 ** 31, 1e308, '', SECRET, true, [], [SECRET], {}],
    ...[{ uri: null }, { uri: 5 }, { uri: '%' }, { uri: 'untitled:%ZZ' }, { uri: 'a b://[' }],
    ...[
      { line: -1, character: 0 },
      { line: 1.5, character: 0 },
      { line: 0, character: 1e300 },
    ],
    ...[{ start: null }, { start: { line: 0, character: 0 }, end: { line: null } }],
    ...[[null], [{ range: 5, text: SECRET }], [{ text: 5 }], [{ position: {} }], [[[]]]],
  ];
  /** The parameters with one part, however deep, replaced, or left out. */
  function* spoilt(value: object): Generator<unknown> {
    for (const [key, part] of Object.entries(value)) {
      for (const odd of ODD) yield { ...value, [key]: odd };
      yield { ...value, [key]: undefined };
      if (typeof part === 'object' && part !== null && !Array.isArray(part))
        for (const deeper of spoilt(part)) yield { ...value, [key]: deeper };
    }
  }

  it.each(Object.entries(REQUESTS))('%s answers, or says that it cannot', async (method, good) => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { workspaceFolders: true },
    };
    await client.initialize({ capabilities });
    client.open(URI, REPORT);
    expect((await client.ask(method, good)).error).toBeUndefined();
    const bad = [...ODD, undefined, ...spoilt(good)];
    const answers = await Promise.all(bad.map((params) => client.ask(method, params)));
    for (const { error } of answers)
      if (error) expect([-32602, -32603, -32802]).toContain(error.code);
    client.tell('textDocument/didClose', { textDocument: { uri: URI } });
    client.messages.length = 0;
    client.said = ''; // answers may well quote the document
    await expectAlive();
  });

  it.each(Object.entries(NOTIFICATIONS))('%s changes nothing', async (method, good) => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { workspaceFolders: true },
    };
    await client.initialize({ capabilities });
    client.open(URI, REPORT);
    for (const params of [...ODD, undefined, ...spoilt(good)]) client.tell(method, params);
    await expectAlive();
    expect(client.refusals()).toEqual([]);
  });
});

describe('what comes with initialize', () => {
  const texts = () => client.rules(URI);

  it.each([null, 5, 'x', [], [null], { settings: null }, { settings: 5 }, { ruleHref: 5 }])(
    'options of other types are as none: %j',
    async (initializationOptions) => {
      await client.initialize({ initializationOptions });
      client.open(URI, REPORT);
      expect(await texts()).toEqual(['row-total']);
    },
  );

  it('every option may be of another type', async () => {
    const names = [
      'ruleHref',
      'noticeHref',
      'lexicon',
      'readerHref',
      'officeText',
      'status',
      'commands',
      'readFile',
      'settings',
    ];
    const odd = [null, 5, {}, [], [SECRET]];
    for (const value of odd) {
      const one = new RawClient();
      const initializationOptions = Object.fromEntries(names.map((name) => [name, value]));
      await one.initialize({ initializationOptions });
      one.open(URI, REPORT);
      expect(await one.rules(URI)).toEqual(['row-total']);
      one.kill();
    }
  });

  it.each([
    ['capabilities', null],
    ['capabilities', 5],
    ['capabilities', { workspace: null, textDocument: null }],
    ['capabilities', { workspace: 5, textDocument: 'x', window: [] }],
    [
      'capabilities',
      { textDocument: { hover: { contentFormat: 5 }, completion: { completionItem: 5 } } },
    ],
    ['workspaceFolders', 5],
    ['workspaceFolders', [null, 5, { uri: 5 }, {}]],
    ['rootUri', 5],
    ['rootUri', {}],
    ['processId', 'x'],
    ['trace', {}],
  ])('%s may be %j', async (name, value) => {
    const answer = await client.initialize({ [name]: value });
    expect(answer).toMatchObject({ result: { capabilities: { hoverProvider: true } } });
    client.open(URI, REPORT);
    const symbols = await client.ask('textDocument/documentSymbol', { textDocument: { uri: URI } });
    expect(symbols.result).not.toHaveLength(0);
  });
});

it('a client that refuses what it is asked for, whatever it says to that, is served all the same', async () => {
  await client.initialize({
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  const asked = () =>
    client.messages.filter(({ method }) => method === 'client/registerCapability');
  await client.until(() => asked().length > 1);
  for (const { id } of asked())
    client.send({ jsonrpc: '2.0', id, error: { code: -32000, message: SECRET, data: SECRET } });
  await expectAlive();
});
