// Text → GB18030: no JavaScript host encodes it, but every one decodes all of it, so the table is
// made by decoding each code once.

/** The bytes of a text; characters that GB18030 lacks (lone surrogates) are left out. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...fourBytes(code - 0x10000 + 189_000));
    else bytes.push(...(gbTable().get(character) ?? []));
  }
  return Uint8Array.from(bytes);
}

let table: Map<string, readonly number[]> | undefined;

/** Character → bytes, for U+0080–U+FFFF. */
function gbTable(): Map<string, readonly number[]> {
  if (table) return table;
  table = new Map();
  const codes: number[][] = [];
  for (let pointer = 0; pointer < 39_420; pointer++) codes.push(fourBytes(pointer));
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
  const all = new TextDecoder('gb18030').decode(
    Uint8Array.from(codes.flatMap((code) => [...code, 10])),
  );
  // Later wins: two bytes are preferred to four.
  all.split('\n').forEach((character, i) => {
    if (character.length === 1 && character !== '\ufffd')
      table?.set(character, codes[i] as number[]);
  });
  return table;
}

/** The four-byte code of GB18030 with this number. */
function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.trunc(pointer / 12_600),
    0x30 + (Math.trunc(pointer / 1_260) % 10),
    0x81 + (Math.trunc(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}
