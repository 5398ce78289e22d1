// Names for new files, made of words that people wrote: no system refuses them, and no two are the same.

/** What no file name may have on one system or another, and what turns the order of what is read. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Windows takes these for devices, whatever ending they have. */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.|$)/i;
/** In UTF-8 three bytes each; with an ending no system finds them too long. */
const LONGEST = 60;

/** The words as the name of a file, without an ending; `other` where nothing is left of them. */
export function safeName(words: string, other: string): string {
  let name = [...words.normalize('NFC').replace(FORBIDDEN, '_')].slice(0, LONGEST).join('').trim();
  while (name.endsWith('.') || name.endsWith(' ')) name = name.slice(0, -1);
  if (name.replace(/[._]/g, '') === '') return other;
  // hidden files, and those that Word has while it is open
  if (/^(?:\.|~\$)/.test(name)) name = `_${name.slice(1)}`;
  return DEVICES.test(name) ? `_${name}` : name;
}

/** Gives each its own name: the second of the same is `…-2`. Systems may not tell large letters from small. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** A name that neither it nor `it + ending` has been given before. */
  take(name: string, endings: readonly string[] = ['']): string {
    for (let n = 1; ; n++) {
      const made = n === 1 ? name : `${name}-${n}`;
      const all = endings.map((ending) => (made + ending).toLowerCase());
      if (all.some((one) => this.#taken.has(one))) continue;
      for (const one of all) this.#taken.add(one);
      return made;
    }
  }
}
