// Words that may stand in a row, in any number: 共 计 案件 …. Written by hand, their patterns say one
// thing in two ways (共计 is 共 and 计), and an engine tries all ways of cutting a run before it gives up.
import { grouped } from './grouped.js';

/** In a word `[市县]` and `(社会|群众)` stand for each of these, `年度?` for 年度 and 年. */
export class WordRun {
  /** A pattern for one of the words. */
  readonly word: string;
  /** For none or many of them; there is but one way in which it can read a run. */
  readonly pattern: string;
  /** The same, sticky. */
  readonly here: RegExp;
  private readonly words: ReadonlySet<string>;
  private readonly longest: number;

  constructor(list: string) {
    const words = new Set(list.split(' ').flatMap(spellings));
    this.words = new Set([...words].filter((word) => !isRun(word, words)));
    this.longest = Math.max(...[...this.words].map(({ length }) => length));
    const one = oneOf([...this.words]);
    this.word = one.startsWith('(?:') ? one : `(?:${one})`;
    this.pattern = `${this.word}*`;
    this.here = new RegExp(this.pattern, 'y');
  }

  /** The text without the run that it ends with. */
  before(text: string): string {
    let end = text.length;
    for (let length = this.longest; length > 0; length--)
      if (length <= end && this.words.has(text.slice(end - length, end))) {
        end -= length;
        length = this.longest + 1;
      }
    return text.slice(0, end);
  }
}

/** 本[局镇] → 本局, 本镇; 年度? → 年度, 年. */
function spellings(word: string): string[] {
  const read = /^(?:\[([^\]]*)\]|\(([^)]*)\)|(.))(\??)/.exec(word);
  if (!read) return [''];
  const [piece, set, group, char = '', optional] = read;
  const here = group?.split('|') ?? [...(set ?? char)];
  const rest = spellings(word.slice(piece.length));
  return [...here, ...(optional ? [''] : [])].flatMap((one) => rest.map((more) => one + more));
}

/** Whether a word is nothing but others of them in a row. */
function isRun(word: string, words: ReadonlySet<string>): boolean {
  const ends = new Set([0]);
  for (const start of ends)
    for (let end = start + 1; end <= word.length; end++)
      if (end - start < word.length && words.has(word.slice(start, end))) ends.add(end);
  return ends.has(word.length);
}

/** A pattern for one of some words, told apart character by character; `''` among them may be none. */
function oneOf(words: readonly string[]): string {
  const rests = grouped(
    words.filter((word) => word !== ''),
    (word) => word.charAt(0),
  );
  // characters that the same may follow are one set
  const sets = grouped(rests.keys(), (char) =>
    oneOf((rests.get(char) ?? []).map((word) => word.slice(1))),
  );
  const ways = Array.from(sets, ([rest, chars]) => setOf(chars) + rest);
  if (words.includes('')) return ways.length === 0 ? '' : `(?:${ways.join('|')})?`;
  return ways.length === 1 ? ways.join('') : `(?:${ways.join('|')})`;
}

function setOf(chars: readonly string[]): string {
  const escaped = chars.map((char) => char.replace(/[\\\]^$.*+?(){}|[/-]/, '\\$&'));
  return escaped.length === 1 ? escaped.join('') : `[${escaped.join('')}]`;
}
