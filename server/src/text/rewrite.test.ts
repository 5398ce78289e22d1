// What is new in a file is written in its encoding, which is compared with another's tables; what is
// not new keeps its bytes, whichever of several codes they are.
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { applyEdits, composed, type TextEdit } from './edit.js';
import { BOMS, decode, type Encoding } from './encoding.js';
import { encodeGb18030, gb18030Length } from './gb18030.js';
import { rewrite } from './rewrite.js';

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Eighteen places of the table are other characters since 2022: a host follows one or the other. */
const SINCE_2022: Readonly<Record<string, number>> = {
  ...{ a6d9: 0xfe10, a6da: 0xfe12, a6db: 0xfe11, a6dc: 0xfe13, a6dd: 0xfe14, a6de: 0xfe15 },
  ...{ a6df: 0xfe16, a6ec: 0xfe17, a6ed: 0xfe18, a6f3: 0xfe19, fe59: 0x9fb4, fe61: 0x9fb5 },
  ...{ fe66: 0x9fb6, fe67: 0x9fb7, fe6d: 0x9fb8, fe7e: 0x9fb9, fe90: 0x9fba, fea0: 0x9fbb },
};

/** Every code of two bytes, every one of four up to U+FFFF, and the first beyond. */
function* codes(): Generator<Uint8Array> {
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield bytesOf(lead, trail);
  for (let n = 0; n < BELOW_PAIRS; n++) yield fourBytes(0x81, n);
  for (let n = 0; n < 20_000; n++) yield fourBytes(0x90, n);
}
const BELOW_PAIRS = 39_420;

const fourBytes = (lead: number, n: number) =>
  bytesOf(
    lead + Math.floor(n / 12_600),
    0x30 + (Math.floor(n / 1260) % 10),
    0x81 + (Math.floor(n / 10) % 126),
    0x30 + (n % 10),
  );

describe('GB18030', () => {
  it('is read as another library reads it, code by code', () => {
    const decoder = new TextDecoder('gb18030');
    const wrong: string[] = [];
    let compared = 0;
    for (const code of codes()) {
      compared++;
      const theirs = iconv.decode(Buffer.from(code), 'gb18030');
      const newer = SINCE_2022[hex(code)];
      const ours = decoder.decode(code);
      if (ours !== theirs && ours.codePointAt(0) !== newer) wrong.push(hex(code));
      expect(gb18030Length(code, 0)).toBe(code.length);
    }
    expect({ compared, wrong }).toEqual({ compared: 23_940 + BELOW_PAIRS + 20_000, wrong: [] });
  });

  it('is written as another library writes it, character by character', () => {
    const moved = new Set(Object.values(SINCE_2022));
    const isMoved = (code: number) =>
      moved.has(code) || Object.keys(SINCE_2022).some((two) => oldest(two) === code);
    const oldest = (two: string) => iconv.decode(Buffer.from(two, 'hex'), 'gb18030').charCodeAt(0);
    const wrong: string[] = [];
    let compared = 0;
    for (let code = 0; code < 0x11_0000; code += code < 0x2_0000 ? 1 : 101) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      compared++;
      const character = String.fromCodePoint(code);
      const ours = hex(encodeGb18030(character));
      if (ours !== hex(iconv.encode(character, 'gb18030')) && !isMoved(code))
        wrong.push(`${code.toString(16)} ${ours}`);
    }
    expect(compared).toBeGreaterThan(130_000);
    // what is read as a wide space is not written as something else; a sign of damage is not written
    expect(wrong).toEqual(['e5e5 ', 'fffd ']);
  });

  it('has one code for a character to write, though several may be read', () => {
    expect(hex(encodeGb18030('　€，一政'))).toBe('a1a1a2e3a3acd2bbd5fe');
    expect(encodeGb18030('\ud800')).toHaveLength(0);
  });
});

describe('rewrite', () => {
  const edit = (start: number, end: number, newText: string): TextEdit => ({
    span: { start, end },
    newText,
  });
  const rewritten = (bytes: Uint8Array, ...rounds: TextEdit[][]) => {
    const read = decode(bytes);
    if ('error' in read) throw new Error(read.error);
    const { text, encoding } = read;
    const edits = rounds.reduce<TextEdit[]>((all, more) => composed(text, all, more), []);
    return rewrite({ text, bytes, encoding }, edits);
  };

  it('keeps codes that it would not have written', () => {
    // two kinds of wide space, then 政府
    const bytes = bytesOf(0xa3, 0xa0, 0xa1, 0xa1, 0xd5, 0xfe, 0xb8, 0xae);
    const result = rewritten(bytes, [edit(2, 3, '　信')]);
    expect(result).toEqual({
      bytes: bytesOf(0xa3, 0xa0, 0xa1, 0xa1, 0xa1, 0xa1, 0xd0, 0xc5, 0xb8, 0xae),
    });
  });

  it('puts no code of four bytes into a file that has none', () => {
    const gbk = Buffer.from(iconv.encode('政府信息公开', 'gbk'));
    expect(rewritten(gbk, [edit(0, 1, '㐂')])).toEqual({
      error: expect.stringContaining('GBK'),
    });
    expect(rewritten(gbk, [edit(0, 1, '正')])).toHaveProperty('bytes');
    const gb18030 = Buffer.from(iconv.encode('政府㐂信息公开', 'gb18030'));
    expect(rewritten(gb18030, [edit(0, 1, '㐂')])).toEqual({
      bytes: new Uint8Array(iconv.encode('㐂府㐂信息公开', 'gb18030')),
    });
  });

  it('refuses what would not read back', () => {
    const utf8 = new TextEncoder().encode('政府');
    expect(rewritten(utf8, [edit(0, 1, '\ud800')])).toHaveProperty('error');
    expect(rewritten(utf8, [edit(0, 1, '\0')])).toHaveProperty('error');
    // half of a pair
    expect(rewritten(new TextEncoder().encode('政𠮷府'), [edit(1, 2, 'x')])).toHaveProperty(
      'error',
    );
  });

  const ENCODINGS: Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'];
  /** Another library's bytes of a text. */
  const theirs = (text: string, encoding: Encoding) =>
    Buffer.concat([
      bytesOf(...BOMS[encoding]),
      iconv.encode(text, encoding === 'utf-8-bom' ? 'utf-8' : encoding, { addBOM: false }),
    ]);

  it.each(ENCODINGS)('writes what another library writes, round after round: %s', (encoding) => {
    const characters = [...'政府信息公开　，。a1\r\n\t〔€㐂𠮷é'];
    const text = fc
      .array(fc.constantFrom(...characters), { maxLength: 60 })
      .map((some) => `政府𠮷信息${some.join('')}`);
    const round = fc.array(
      fc.tuple(fc.nat(70), fc.nat(4), fc.constantFrom('', '信', '𠮷', '，\n', 'ab')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, fc.array(round, { maxLength: 3 }), (text, rounds) => {
        let now = text;
        const edits = rounds.map((round) => {
          const made = editsIn(now, round);
          now = applyEdits(now, made);
          return made;
        });
        const bytes = theirs(text, encoding);
        const all = edits.reduce<TextEdit[]>((all, more) => composed(text, all, more), []);
        const result = rewrite({ text, bytes, encoding }, all);
        // a pair of surrogates that was cut in two cannot be written at all
        if (!/\p{Cs}/u.test(now))
          expect(result).toEqual({ bytes: new Uint8Array(theirs(now, encoding)) });
        else expect(result).toHaveProperty('error');
      }),
    );
  });

  /** Edits of a text that do not overlap, from whatever numbers. */
  function editsIn(
    text: string,
    round: readonly (readonly [number, number, string])[],
  ): TextEdit[] {
    const edits: TextEdit[] = [];
    let free = 0;
    for (const [at, length, newText] of [...round].sort((a, b) => a[0] - b[0])) {
      const start = Math.max(free, Math.min(at, text.length));
      const end = Math.min(text.length, start + length);
      if (start < free) continue;
      edits.push(edit(start, end, newText));
      free = end + 1;
    }
    return edits.filter(({ span }) => span.start <= span.end);
  }
});
