// Characters that Markdown has written so that they mean nothing: \* and &lt;. They are hidden while marks
// are looked for, and shown again.

/** A backslash before one of ASCII's marks, or an entity. */
const ESCAPE = /\\([!-/:-@[-`{-~])|&(?:(amp|lt|gt|quot)|#(\d{2,6})|#x([\da-f]{2,5}));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Half of a character: no text has one alone once what nobody sees is gone. */
const HIDDEN = 0xdc00;
/** Of the others only this one parts cells. */
const WIDE_BAR = '｜';
const HIDDEN_BAR = String.fromCharCode(HIDDEN + 0x80);

/** The text with one character for each that is escaped, which is no mark. */
export function hideEscapes(text: string): string {
  return text.replace(
    ESCAPE,
    (written, mark?: string, name?: string, ten?: string, hex?: string) => {
      if (mark) return hidden(mark);
      const code = ten ? Number.parseInt(ten, 10) : Number.parseInt(hex ?? '', 16);
      const character = name ? NAMED[name.toLowerCase()] : isCharacter(code) && fromCode(code);
      return character ? hidden(character) : written;
    },
  );
}

function isCharacter(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

function fromCode(code: number): string {
  return String.fromCodePoint(code);
}

function hidden(character: string): string {
  if (character === WIDE_BAR) return HIDDEN_BAR;
  const code = character.charCodeAt(0);
  return code < 0x80 ? String.fromCharCode(HIDDEN + code) : character;
}

/** What was hidden, as itself. */
export function showEscapes(text: string): string {
  return text.replace(/(?<![\ud800-\udbff])[\udc20-\udc80]/g, (half) =>
    half === HIDDEN_BAR ? WIDE_BAR : String.fromCharCode(half.charCodeAt(0) - HIDDEN),
  );
}
