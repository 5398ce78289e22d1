// The numbers that Word puts before the paragraphs of a list and that stand nowhere in their text:
// 一、 （一） 1. as numbering.xml tells them, counted in the order of the paragraphs.

import type { DocxStyles, ListPlace } from './docxStyles.js';
import { isOn } from './docxStyles.js';
import { scanXml } from './docxXml.js';
import { listNumeral } from './listNumeral.js';

const LEVELS = 9;
/** Longer than any number with its words. */
const MAX_LABEL_LENGTH = 40;

interface ListLevel {
  start: number;
  format: string;
  /** `第%1条`: what each level shows in place of its number. */
  text: string;
  /** What stands behind: a tab, a space, nothing. */
  suffix: string;
  /** The level whose numbers begin this one anew; 0 for none. */
  restart: number | undefined;
  isLegal: boolean;
  style: string | undefined;
}

/** A pattern of numbers, which several lists may share, and its counts. */
interface ListPattern {
  readonly levels: Map<number, ListLevel>;
  readonly counts: (number | undefined)[];
  /** A style whose list tells the levels. */
  link: string | undefined;
}

interface List {
  pattern: string;
  /** Levels of its own, and starts. */
  readonly levels: Map<number, ListLevel>;
  readonly starts: Map<number, number>;
}

/** The lists of a file; counts as it is asked, so in the order of the text and once a paragraph. */
export class DocxNumbering {
  readonly #patterns = new Map<string, ListPattern>();
  readonly #lists = new Map<number, List>();
  readonly #styles: DocxStyles;

  /** Of `word/numbering.xml`, if there is one. */
  constructor(xml: string | undefined, styles: DocxStyles) {
    this.#styles = styles;
    if (xml === undefined) return;
    let pattern: ListPattern | undefined;
    let list: List | undefined;
    let override = 0;
    let level = newLevel();
    scanXml(xml, {
      open: (tag) => {
        const value = tag.get('w:val') ?? '';
        switch (tag.name) {
          case 'w:abstractNum':
            pattern = { levels: new Map(), counts: [], link: undefined };
            list = undefined;
            this.#patterns.set(tag.get('w:abstractNumId') ?? '', pattern);
            break;
          case 'w:numStyleLink':
            if (pattern) pattern.link = value;
            break;
          case 'w:num':
            list = { pattern: '', levels: new Map(), starts: new Map() };
            this.#lists.set(Number(tag.get('w:numId')), list);
            break;
          case 'w:abstractNumId':
            if (list) list.pattern = value;
            break;
          case 'w:lvlOverride':
            override = Number(tag.get('w:ilvl'));
            break;
          case 'w:startOverride':
            list?.starts.set(override, Number(value) || 0);
            break;
          case 'w:lvl':
            level = newLevel();
            (list ?? pattern)?.levels.set(Number(tag.get('w:ilvl')), level);
            break;
          case 'w:start':
            level.start = Number(value) || 0;
            break;
          case 'w:numFmt':
            level.format = value === 'custom' ? (tag.get('w:format') ?? '') : value;
            break;
          case 'w:lvlText':
            level.text = value.slice(0, MAX_LABEL_LENGTH);
            break;
          case 'w:suff':
            level.suffix = value;
            break;
          case 'w:lvlRestart':
            level.restart = Number(value);
            break;
          case 'w:isLgl':
            level.isLegal = isOn(tag.get('w:val'));
            break;
          case 'w:pStyle':
            level.style = value;
            break;
        }
      },
    });
  }

  /** What stands before a paragraph that begins with `next`: its number, and a blank if they would run together. */
  label(own: ListPlace, style: string | undefined, next: string): string {
    const place = this.#placeOf(own, style);
    const list = this.#lists.get(place?.list ?? 0);
    const pattern = list && this.#patternOf(list);
    if (!place || !list || !pattern) return '';
    const at = place.level;
    const levelAt = (index: number) => list.levels.get(index) ?? pattern.levels.get(index);
    const level = levelAt(at);
    if (!level) return '';
    count(pattern.counts, at, list.starts, levelAt);
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const number = pattern.counts[index] ?? levelAt(index)?.start ?? 1;
      return listNumeral(number, level.isLegal ? 'decimal' : (levelAt(index)?.format ?? 'decimal'));
    });
    // What is no number is a dot or a square, as Word draws it before a point.
    if (text.length > MAX_LABEL_LENGTH) return '';
    if (level.format === 'bullet' && !/[\p{L}\p{N}]/u.test(text)) return '';
    return level.suffix === 'nothing' || text === '' ? text : text + gapBehind(text, next);
  }

  /** What the paragraph says goes before what its style says; the style's level may be named in the list. */
  #placeOf(own: ListPlace, style: string | undefined) {
    const byStyle = this.#styles.listOf(style);
    const list = own.list ?? byStyle?.list;
    if (!list) return undefined;
    const linked =
      byStyle && own.list === undefined ? this.#levelOf(list, byStyle.style) : undefined;
    const level = own.level ?? linked ?? byStyle?.level ?? 0;
    return { list, level: Math.min(Math.max(Math.trunc(level) || 0, 0), LEVELS - 1) };
  }

  #levelOf(id: number, style: string): number | undefined {
    const list = this.#lists.get(id);
    const levels = list && this.#patternOf(list)?.levels;
    for (let index = 0; index < LEVELS; index++)
      if (levels?.get(index)?.style === style) return index;
    return undefined;
  }

  #patternOf({ pattern: id }: List): ListPattern | undefined {
    const pattern = this.#patterns.get(id);
    if (pattern?.link === undefined) return pattern;
    const linked = this.#lists.get(this.#styles.listOf(pattern.link)?.list ?? 0);
    return (linked && this.#patterns.get(linked.pattern)) ?? pattern;
  }
}

function newLevel(): ListLevel {
  return {
    start: 1,
    format: 'decimal',
    text: '',
    suffix: 'tab',
    restart: undefined,
    isLegal: false,
    style: undefined,
  };
}

/** Counts on; a start of the list's own holds once, and deeper levels begin anew. */
function count(
  counts: (number | undefined)[],
  at: number,
  starts: Map<number, number>,
  levelAt: (index: number) => ListLevel | undefined,
): void {
  for (let index = 0; index < at; index++) counts[index] ??= levelAt(index)?.start ?? 1;
  const start = starts.get(at);
  starts.delete(at);
  const before = counts[at];
  counts[at] = start ?? (before === undefined ? (levelAt(at)?.start ?? 1) : before + 1);
  for (let index = at + 1; index < LEVELS; index++) {
    const restart = levelAt(index)?.restart;
    if (restart === undefined || at < restart) counts[index] = undefined;
  }
}

/** A tab or a space stands behind a number; as text it is needed only where words would run together. */
export function gapBehind(number: string, next: string): string {
  if (next === '') return '';
  if (/[0-9a-z]$/i.test(number)) return ' ';
  if (/[.．)]$/.test(number) && /^[0-9a-z]/i.test(next)) return ' ';
  return /[\p{L}\p{N}]$/u.test(number) ? '\u3000' : '';
}
