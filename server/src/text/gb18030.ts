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

/** How many bytes the code at a place takes: in valid GB18030 the first two tell. */
export function gb18030Length(bytes: Uint8Array, at: number): 1 | 2 | 4 {
  const lead = bytes[at] as number;
  if (lead <= 0x80) return 1;
  return (bytes[at + 1] as number) <= 0x39 ? 4 : 2;
}

let table: Map<string, readonly number[]> | undefined;

/** Character → bytes, for U+0080–U+FFFF. */
function gbTable(): Map<string, readonly number[]> {
  if (table) return table;
  table = new Map();
  const codes: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
  for (let pointer = 0; pointer < 39_420; pointer++) codes.push(fourBytes(pointer));
  const all = new TextDecoder('gb18030').decode(
    Uint8Array.from(codes.flatMap((code) => [...code, 10])),
  );
  // of two codes for a character the first is the one to write: A1A1, not A3A0, is the wide space
  all.split('\n').forEach((character, i) => {
    if (character.length === 1 && character !== '\ufffd' && !table?.has(character))
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
