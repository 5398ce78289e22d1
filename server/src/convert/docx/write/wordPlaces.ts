// Where a stretch of report text stands among the runs of a Word file: around what a comment goes, and
// what an edit would change there.
import type { TextEdit } from '../../../text/edit.js';
import type { Span } from '../../../text/span.js';
import type { OfficeText, WordPlace } from '../../office.js';
import { isWritable } from './wordMarkup.js';
import type {
  OutlineParagraph,
  OutlineRun,
  OutlineUnit,
  RunPart,
  WordOutline,
} from './wordOutline.js';

/** A place between characters where marks can be put: inside a run, which they part, or between others. */
export interface WordSpot {
  readonly offset: number;
  readonly run?: OutlineRun;
}

/** Where a comment begins and ends. */
export interface WordAnchor {
  readonly start: WordSpot;
  readonly end: WordSpot;
}

/** What is taken out of a run and put in behind it. */
export interface RunChange extends Span {
  readonly run: OutlineRun;
  readonly newText: string;
}

/** An edit as changes of runs, or of a paragraph without content; or why there is none, in Chinese. */
export type PlacedEdit =
  | { readonly changes: readonly RunChange[] }
  | { readonly blank: OutlineParagraph; readonly newText: string }
  | { readonly refused: string };

const IN_FIELD = '在域、图片、文本框等整体里，不能单独修订';
const NOT_LITERAL = '在 Word 里不是照样写着的文字（如自动编号）';
const MIXED = '这几个字和图片、脚注等在一起，不能单独修订';
const FIXED = '在锁定的、纯文本的或来自数据的控件里，或者是移动过的内容';
const ACROSS = '跨越了段落或单元格';

/** A text that was read from a Word file, and the file's main part. */
export class WordPlaces {
  readonly text: string;
  readonly #origins: readonly WordStretch[];
  /** Paragraphs with text that stand in no locked control. */
  #free: readonly OutlineParagraph[] | undefined;
  #inFile: readonly { readonly origin: WordStretch; readonly before: number }[] | undefined;

  constructor(
    { text, origins }: Pick<OfficeText, 'text' | 'origins'>,
    readonly xml: string,
    readonly outline: WordOutline,
  ) {
    this.text = text;
    this.#origins = origins.flatMap(({ start, end, place }) =>
      place.kind === 'word' ? [{ start, end, place }] : [],
    );
  }

  /** Where a comment on a span goes: around its words, into its blank cell, or around what is next to it. */
  anchorOf(span: Span): WordAnchor | undefined {
    const anchor = this.#anchorOf(this.#words(span));
    return anchor && this.#outsideLocks(anchor);
  }

  #anchorOf(words: Span): WordAnchor | undefined {
    const first = this.#origins[this.#firstFrom(words.start)];
    const last = this.#origins[this.#lastUntil(words.end)];
    if (!first || !last || first.start > last.start) return this.#beside(words.start);
    if (isNumber(last)) return this.#whole(first);
    const from = placeIn(first, words.start, 'start');
    const until = placeIn(last, words.end, 'end');
    return this.#around(Math.min(from, until), Math.max(from, until));
  }

  /** The paragraph of the main story in which a place of the XML lies. */
  paragraphAt(offset: number): OutlineParagraph | undefined {
    const { paragraphs } = this.outline;
    const found = paragraphs[lastWhere(paragraphs, ({ start }) => start <= offset)];
    return found && offset <= found.end ? found : undefined;
  }

  /** What stands in a paragraph. */
  unitsOf({ contentStart, contentEnd }: OutlineParagraph): readonly OutlineUnit[] {
    const { units } = this.outline;
    const from = lastWhere(units, ({ start }) => start < contentStart) + 1;
    return units.slice(from, lastWhere(units, ({ start }) => start < contentEnd) + 1);
  }

  /** How many characters of the text stand before a place of the XML; numbers of lists stand nowhere. */
  charactersBefore(offset: number): number {
    this.#inFile ??= inFileOrder(this.#origins);
    const sorted = this.#inFile;
    const found = sorted[lastWhere(sorted, (one) => one.origin.place.start < offset)];
    if (!found) return 0;
    const { origin, before } = found;
    const { start, end } = origin.place;
    return before + (isLiteral(origin) ? Math.min(offset, end) - start : lengthOf(origin));
  }

  /** What an edit of the text changes in the file. */
  placeEdit(edit: TextEdit): PlacedEdit {
    const { span, newText } = tightened(this.text, edit);
    if (/[\n\r\t]/.test(newText)) return { refused: ACROSS };
    if (!isWritable(newText)) return { refused: NOT_LITERAL };
    if (span.start === span.end) return this.#insertion(span.start, newText);
    const changes: RunChange[] = [];
    let at = span.start;
    for (let i = this.#firstFrom(at); at < span.end; i++) {
      const origin = this.#origins[i];
      if (!origin || origin.start > at) return { refused: this.#whyNowhere(at) };
      const end = Math.min(origin.end, span.end);
      const change = this.#deletion(origin, { start: at, end });
      if ('refused' in change) return change;
      const last = changes.at(-1);
      if (last?.run === change.run && last.end === change.start)
        changes[changes.length - 1] = { ...last, end: change.end };
      else changes.push(change);
      at = end;
    }
    // what is put in looks like the first of what it takes the place of
    return { changes: changes.map((one, i) => (i === 0 ? { ...one, newText } : one)) };
  }

  // Words → origins

  /** A place between characters as the character beside it; halves of a character as the whole. */
  #words({ start, end }: Span): Span {
    const { text } = this;
    if (start === end) {
      const origin = this.#origins[this.#firstFrom(start)];
      if (origin?.start === start && origin.end === start) return { start, end };
      if (/[^\n\t]/.test(text.charAt(start - 1))) return this.#words({ start: start - 1, end });
      if (/[^\n\t]/.test(text.charAt(start))) return this.#words({ start, end: start + 1 });
      return { start, end };
    }
    return {
      start: isInside(text, start) ? start - 1 : start,
      end: isInside(text, end) ? end + 1 : end,
    };
  }

  /** The first stretch that ends behind an offset, or is the place of something blank there. */
  #firstFrom(offset: number): number {
    return (
      lastWhere(
        this.#origins,
        ({ start, end }) => end <= offset && !(start === end && start === offset),
      ) + 1
    );
  }

  #lastUntil(offset: number): number {
    return lastWhere(
      this.#origins,
      ({ start, end }) => start < offset || (start === end && start === offset),
    );
  }

  // Places → spots

  /** Around the paragraph of what stands before an offset, or behind it if nothing does. */
  #beside(offset: number): WordAnchor | undefined {
    const found =
      this.#origins[
        Math.max(
          0,
          lastWhere(this.#origins, (one) => one.start < offset),
        )
      ];
    return found && this.#whole(found);
  }

  #whole({ place }: WordStretch): WordAnchor | undefined {
    const paragraph = this.paragraphAt(place.start);
    if (!paragraph) return undefined;
    return { start: startOf(paragraph), end: endOf(paragraph) };
  }

  /** Marks in a locked control go into what stands before and behind it, if anything does. */
  #outsideLocks(anchor: WordAnchor): WordAnchor {
    const [from, until] = [anchor.start, anchor.end].map(
      ({ offset }) => this.paragraphAt(offset)?.control,
    );
    if (!from && !until) return anchor;
    this.#free ??= inFileOrder(this.#origins).flatMap(({ origin: { place } }) => {
      const paragraph = this.paragraphAt(place.start);
      return paragraph && !paragraph.control ? [paragraph] : [];
    });
    const free = this.#free;
    const firstFrom = (offset: number) => lastWhere(free, (one) => one.start < offset) + 1;
    const spotAt = (
      paragraph: OutlineParagraph | undefined,
      spotOf: (one: OutlineParagraph) => WordSpot,
    ) => paragraph && spotOf(paragraph);
    const before = (lock: Span) => spotAt(free[firstFrom(lock.start) - 1], endOf);
    const behind = (lock: Span) => spotAt(free[firstFrom(lock.end)], startOf);
    const start = from ? (before(from) ?? behind(from)) : anchor.start;
    const end = until ? (behind(until) ?? before(until)) : anchor.end;
    return start && end ? { start, end } : anchor;
  }

  #around(from: number, until: number): WordAnchor | undefined {
    const paragraph = this.paragraphAt(from);
    const last = from === until ? paragraph : this.paragraphAt(until - 1);
    if (!paragraph || !last) return undefined;
    return {
      start: this.#spot(from, 'start', paragraph),
      end: this.#spot(until, 'end', last),
    };
  }

  #spot(offset: number, side: Side, paragraph: OutlineParagraph): WordSpot {
    if (paragraph.isEmptyTag) return { offset: emptyEnd(paragraph) };
    const unit = this.#unitAt(offset, side);
    if (!unit) return { offset };
    const { run } = unit;
    const around = unit.control;
    if (around) {
      const { start, end } = around;
      return { offset: side === 'start' ? Math.min(start, unit.start) : Math.max(end, unit.end) };
    }
    if (!run) return { offset: unit[side] };
    const cut = cutIn(run, offset, side);
    if (cut === run.parts[0]?.start) return { offset: run.start };
    return cut === undefined || cut === run.parts.at(-1)?.end
      ? { offset: run[cut === undefined ? side : 'end'] }
      : { offset: cut, run };
  }

  /** What stands in a paragraph at a place: what begins there, or what ends there. */
  #unitAt(offset: number, side: Side): OutlineUnit | undefined {
    const { units } = this.outline;
    const isBefore = ({ start }: Span) => (side === 'start' ? start <= offset : start < offset);
    const found = units[lastWhere(units, isBefore)];
    if (!found) return undefined;
    return (side === 'start' ? offset < found.end : offset <= found.end) ? found : undefined;
  }

  // Edits

  #whyNowhere(offset: number): string {
    return /[\n\t]/.test(this.text.charAt(offset)) ? ACROSS : NOT_LITERAL;
  }

  #deletion(origin: WordStretch, { start, end }: Span): RunChange | { refused: string } {
    const place = origin.place;
    const run = this.#changeable(place, 'start');
    if ('refused' in run) return run;
    const isWhole = start === origin.start && end === origin.end;
    const part = partAt(run, place.start, 'start');
    const sign = { text: undefined, tab: '\t', break: '\n', object: undefined }[
      part?.kind ?? 'object'
    ];
    const isSign = sign === this.text.slice(start, end) && place.end === part?.end;
    if (!isLiteral(origin) && !(isWhole && (isSign || part?.content)))
      return { refused: NOT_LITERAL };
    const from = cutIn(run, placeIn(origin, start, 'start'), 'start');
    const until = cutIn(run, placeIn(origin, end, 'end'), 'end');
    if (from === undefined || until === undefined) return { refused: NOT_LITERAL };
    return { run, start: from, end: until, newText: '' };
  }

  #insertion(offset: number, newText: string): PlacedEdit {
    const index = this.#firstFrom(offset);
    const after = this.#origins[index];
    if (after?.start === offset && after.end === offset) return this.#filled(after, newText);
    const before = this.#origins[index - 1];
    const beside = [
      before?.end === offset && { place: before.place, side: 'end' as const },
      after && after.start < offset && { place: this.#cut(after, offset), side: 'end' as const },
      after?.start === offset && { place: after.place, side: 'start' as const },
    ].filter((one) => one && one.place.start < one.place.end);
    let refused = this.#whyNowhere(offset);
    for (const one of beside) {
      if (!one) continue;
      const { side } = one;
      const place = one.place;
      const run = this.#changeable(place, side);
      if ('refused' in run) {
        refused = run.refused;
        continue;
      }
      const at = cutIn(run, place[side], side);
      if (at !== undefined) return { changes: [{ run, start: at, end: at, newText }] };
    }
    return { refused };
  }

  /** The place of the characters of a stretch before an offset in it. */
  #cut(origin: WordStretch, offset: number): WordPlace {
    const { place } = origin;
    if (!isLiteral(origin)) return place;
    return { ...place, end: place.start + offset - origin.start };
  }

  #filled({ place }: WordStretch, newText: string): PlacedEdit {
    const { start, end } = place;
    const paragraph = this.paragraphAt(start);
    const isContent =
      paragraph?.isEmptyTag === true
        ? paragraph.start === start
        : paragraph?.contentStart === start && start === end;
    if (!paragraph || !isContent) return { refused: IN_FIELD };
    return paragraph.isFixed ? { refused: FIXED } : { blank: paragraph, newText };
  }

  #changeable(place: Span, side: Side): OutlineRun | { refused: string } {
    if (place.start === place.end) return { refused: NOT_LITERAL };
    const run = this.#unitAt(place[side], side)?.run;
    if (!run) return { refused: IN_FIELD };
    if (run.isFixed) return { refused: FIXED };
    return isText(run) ? run : { refused: MIXED };
  }
}

type Side = 'start' | 'end';

/** A stretch of the text that stands in the file, or the place of something blank. */
interface WordStretch extends Span {
  readonly place: WordPlace;
}

function startOf(paragraph: OutlineParagraph): WordSpot {
  return { offset: paragraph.isEmptyTag ? emptyEnd(paragraph) : paragraph.contentStart };
}

function endOf(paragraph: OutlineParagraph): WordSpot {
  return { offset: paragraph.isEmptyTag ? emptyEnd(paragraph) : paragraph.contentEnd };
}

/** Where something could be put into `<w:p/>`, once it is opened. */
export function emptyEnd({ end }: Span): number {
  return end - '/>'.length;
}

/** Whether a run holds text, tabs and line breaks alone. */
export function isText({ parts }: OutlineRun): boolean {
  return parts.every(({ kind, content }) => kind !== 'object' && (kind !== 'text' || content));
}

/** The number of a list, which stands nowhere in the file. */
function isNumber({ start, end, place }: WordStretch): boolean {
  return start < end && place.start === place.end;
}

/** How many characters of it stand in the file. */
function lengthOf(origin: WordStretch): number {
  return isNumber(origin) ? 0 : origin.end - origin.start;
}

function isLiteral({ start, end, place }: WordStretch): boolean {
  return end - start === place.end - place.start;
}

/** Where an offset in a stretch stands; what is not there letter for letter is taken whole. */
function placeIn(origin: WordStretch, offset: number, side: Side): number {
  const place = origin.place;
  if (!isLiteral(origin)) return place[side];
  return place.start + Math.min(Math.max(offset, origin.start), origin.end) - origin.start;
}

function inFileOrder(origins: readonly WordStretch[]) {
  let before = 0;
  return [...origins]
    .sort((a, b) => a.place.start - b.place.start)
    .map((origin) => {
      const counted = { origin, before };
      before += lengthOf(origin);
      return counted;
    });
}

function partAt({ parts }: OutlineRun, offset: number, side: Side): RunPart | undefined {
  const isBefore = ({ start }: Span) => (side === 'start' ? start <= offset : start < offset);
  return parts[Math.max(0, lastWhere(parts, isBefore))];
}

/** Where a run is parted for a place in it: within a text, or between what it holds. */
function cutIn(run: OutlineRun, offset: number, side: Side): number | undefined {
  const part = partAt(run, offset, side);
  if (!part?.content) return part?.[side];
  if (offset <= part.content.start) return part.start;
  return offset >= part.content.end ? part.end : offset;
}

/** An edit without what stays the same at its ends. */
function tightened(text: string, { span, newText }: TextEdit): TextEdit {
  const old = text.slice(span.start, span.end);
  let before = 0;
  const most = Math.min(old.length, newText.length);
  while (before < most && old[before] === newText[before]) before++;
  if (isInside(old, before) || isInside(newText, before)) before--;
  let after = 0;
  while (after < most - before && old.at(-1 - after) === newText.at(-1 - after)) after++;
  if (isInside(old, old.length - after) || isInside(newText, newText.length - after)) after--;
  return {
    span: { start: span.start + before, end: span.end - after },
    newText: newText.slice(before, newText.length - after),
  };
}

/** Whether an offset parts the two halves of a character. */
function isInside(text: string, offset: number): boolean {
  const isHigh = (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  return offset > 0 && isHigh && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}

/** The last index of a list for which something holds that holds from its beginning on; -1 if none. */
function lastWhere<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
