// What kind a character is, looked up in a table: loops over a whole text ask it of every character.

/** Characters, one by one or from the first to the last of a range of codes. */
type Characters = string | readonly [first: number, last: number];

/** The kinds of all characters by their codes: 0 where none is given; what is given later wins. */
export class CharKinds<K extends number> {
  private readonly kinds = new Uint8Array(0x10000);

  constructor(given: Iterable<readonly [Characters, K]>) {
    for (const [characters, kind] of given)
      if (typeof characters !== 'string') this.kinds.fill(kind, characters[0], characters[1] + 1);
      else for (const char of characters) this.kinds[char.charCodeAt(0)] = kind;
  }

  /** The kind of the character at a place; 0 outside of the text, too. */
  at(text: string, offset: number): K | 0 {
    return (this.kinds[text.charCodeAt(offset)] ?? 0) as K | 0;
  }
}
