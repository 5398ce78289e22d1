// How wide text is drawn in an editor: so many Chinese letters (em) and so many half-width ones (ch).
export interface Width {
  readonly em: number;
  readonly ch: number;
}

export function add(a: Width, b: Width): Width {
  return { em: a.em + b.em, ch: a.ch + b.ch };
}

export function times({ em, ch }: Width, size: number): Width {
  return { em: em * size, ch: ch * size };
}

/** Goes along a line as the editor draws it: a tab is as many spaces as lead to the next stop. */
export class Pen {
  private column = 0;

  constructor(
    private readonly text: string,
    public at: number,
    private readonly look: { readonly tabSize: number; readonly wide: boolean },
  ) {}

  /** How wide the text is from here up to a place. */
  write(to: number): Width {
    const { tabSize, wide } = this.look;
    let em = 0;
    let ch = 0;
    for (; this.at < to; this.at++) {
      const code = this.text.charCodeAt(this.at);
      const tab = tabSize - (this.column % tabSize);
      const columns = code === TAB ? tab : isFull(code) ? 2 : 1;
      this.column += columns;
      if (isFull(code) || (wide && isUnsure(code))) em++;
      else ch += columns;
    }
    return { em, ch };
  }
}

const TAB = 9;

/** What editors count as two columns. */
function isFull(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff5e)
  );
}

/** “ ” ‘ ’ — … · ①: as wide as Chinese letters in Chinese fonts alone. */
function isUnsure(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2e7f) || code === 0xb7 || code === 0xd7;
}
