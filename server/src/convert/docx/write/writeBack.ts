// Back into Word: what has changed in the text that was read from a file goes into a copy of it as tracked
// changes, where it stands. What has no sure place there is told, and left to the user.
import type { TextEdit } from '../../../text/edit.js';
import { type LineChange, lineChanges } from './lineChanges.js';
import { OpenedWord, type WordChange } from './openedWord.js';
import type { WordAuthor } from './wordDraft.js';
import { isWritable } from './wordMarkup.js';
import type { OutlineParagraph, OutlineRun } from './wordOutline.js';
import { isText } from './wordPlaces.js';

/** A change that is not in the copy. */
export interface UnplacedChange {
  /** What was to be changed, in the text as it was read. */
  readonly edits: readonly TextEdit[];
  /** The line of that text (from 0) where it begins. */
  readonly line: number;
  /** Why, in Chinese. */
  readonly reason: string;
}

/** A copy with tracked changes. */
export interface WrittenBack {
  readonly bytes: Uint8Array;
  /** How many places were changed. */
  readonly changes: number;
  readonly unplaced: readonly UnplacedChange[];
  /** What the user should know of the file, a sentence each. */
  readonly warnings: readonly string[];
  /** The file reads otherwise than when its text was taken: nothing was written. */
  readonly isStale: boolean;
}

/**
 * Writes the changes between two texts into a copy of the Word file that the first was read from. Throws
 * `UnreadableFile` if the file cannot be read.
 */
export function writeBack(
  bytes: Uint8Array,
  { before, after }: { readonly before: string; readonly after: string },
  by: WordAuthor,
): WrittenBack {
  const word = new OpenedWord(bytes);
  const warnings = word.warnings();
  const { text } = word.read;
  if (normal(before) !== text) return { bytes, changes: 0, unplaced: [], warnings, isStale: true };
  // an editor ends the last line of a file
  const wished = text.endsWith('\n') ? normal(after) : normal(after).replace(/\n$/, '');
  const placing = new Placing(word);
  const possible: PlacedChange[] = [];
  const unplaced: UnplacedChange[] = [];
  for (const change of lineChanges(text, wished)) {
    const { line, edits } = change;
    const placed = placing.place(change);
    if ('refused' in placed) unplaced.push({ edits, line, reason: placed.refused });
    else possible.push({ line, edits, make: placed.make });
  }
  const made = word.sure(possible, by, wished);
  const isMade = new Set(made);
  for (const one of possible)
    if (!isMade.has(one)) unplaced.push({ edits: one.edits, line: one.line, reason: UNSURE });
  const draft = word.draft(by);
  for (const change of made) change.make(draft);
  const written = word.written(draft, made, wished);
  return {
    bytes: written.bytes,
    changes: made.length,
    // numbers that Word counts by itself may have come right without us
    unplaced: written.text === wished ? [] : unplaced.sort((a, b) => a.line - b.line),
    warnings,
    isStale: false,
  };
}

interface PlacedChange extends WordChange {
  readonly line: number;
}

const UNSURE = '写进去以后读出来不一样，没有写';
const IN_TABLE = '表格的行不能增减，请在 Word 里改';
const NOT_ALONE = '这一段里还有图片、域等别的内容，请在 Word 里删';
const UNWRITABLE = '里面有 Word 文件不能有的字符';
const NO_NEIGHBOUR = '前后都不是正文段落，没有地方插入';
const LAST_IN_CELL = '单元格或控件里的最后一段不能删除';

function normal(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

type PlacedLines = { readonly make: WordChange['make'] } | { readonly refused: string };

/** Lines of the text and the paragraphs that they are. */
class Placing {
  readonly #lineStarts: number[] = [0];
  readonly #paragraphs: (OutlineParagraph | undefined)[];

  constructor(readonly word: OpenedWord) {
    const { text } = word.read;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
      this.#lineStarts.push(at + 1);
    this.#paragraphs = this.#paragraphsOfLines();
  }

  place(change: LineChange): PlacedLines {
    switch (change.kind) {
      case 'words':
        return this.#words(change.edits);
      case 'deleted':
        return this.#deleted(change.line);
      case 'inserted':
        return this.#inserted(change.line, change.lines);
    }
  }

  #words(edits: readonly TextEdit[]): PlacedLines {
    const placed = edits.map((edit) => this.word.places.placeEdit(edit));
    for (const one of placed) if ('refused' in one) return one;
    return {
      make: (draft) => {
        for (const one of placed) draft.place(one);
      },
    };
  }

  #deleted(line: number): PlacedLines {
    const paragraph = this.#paragraphs[line];
    if (!paragraph) return { refused: this.#isRow(line) ? IN_TABLE : NOT_ALONE };
    if (!paragraph.hasNext && !paragraph.isInBody) return { refused: LAST_IN_CELL };
    const runs: OutlineRun[] = [];
    for (const { run, isMark } of this.word.places.unitsOf(paragraph)) {
      if (run && isText(run) && !run.isFixed) runs.push(run);
      else if (!isMark) return { refused: NOT_ALONE };
    }
    return { make: (draft) => draft.deleteParagraph(paragraph, runs) };
  }

  #inserted(line: number, lines: readonly string[]): PlacedLines {
    const isRow = this.#isRow(line - 1) || this.#isRow(line);
    if (isRow && lines.some((one) => one.includes('\t'))) return { refused: IN_TABLE };
    if (!lines.every(isWritable)) return { refused: UNWRITABLE };
    const before = this.#paragraphs[line - 1];
    const after = this.#paragraphs[line];
    if (!before && !after) return { refused: isRow ? IN_TABLE : NO_NEIGHBOUR };
    // headings are short: what is put in looks like the longer one
    const length = (paragraph: OutlineParagraph | undefined) =>
      paragraph ? paragraph.contentEnd - paragraph.contentStart + 1 : 0;
    const model = (length(before) >= length(after) ? before : after) as OutlineParagraph;
    const isBehind = !after || after.isFixed;
    const beside = (isBehind ? before : after) as OutlineParagraph | undefined;
    if (!beside || beside.isFixed) return { refused: NO_NEIGHBOUR };
    if (isBehind && !this.#canSplit(beside)) return { refused: NO_NEIGHBOUR };
    const run = this.word.places.unitsOf(model).find((unit) => unit.run && isText(unit.run))?.run;
    return {
      make: (draft) =>
        draft.insertParagraphs(lines, beside, isBehind, {
          paragraph: model,
          ...(run && { run }),
        }),
    };
  }

  /** Whether the mark of a paragraph can become that of another one behind it. */
  #canSplit({ properties, look }: OutlineParagraph): boolean {
    const isSection = properties?.children.some(({ name }) => name === 'w:sectPr') ?? false;
    const isTracked = look?.children.some(({ name }) => name === 'w:ins' || name === 'w:del');
    return !isSection && !isTracked;
  }

  #isRow(line: number): boolean {
    const start = this.#lineStarts[line];
    if (start === undefined) return false;
    const end = this.#lineStarts[line + 1] ?? this.word.read.text.length;
    return this.word.read.text.slice(start, end).includes('\t');
  }

  /** The one paragraph that a line is all of, if it is one. */
  #paragraphsOfLines(): (OutlineParagraph | undefined)[] {
    const { places, read } = this.word;
    const found: (OutlineParagraph | undefined | null)[] = [];
    const lineOf = new Map<OutlineParagraph, number>();
    let line = 0;
    for (const { start, place } of read.origins) {
      while (start >= (this.#lineStarts[line + 1] ?? Infinity)) line++;
      const paragraph = place.kind === 'word' ? places.paragraphAt(place.start) : undefined;
      const isOwn = paragraph && (lineOf.get(paragraph) ?? line) === line;
      if (paragraph && !isOwn) found[lineOf.get(paragraph) as number] = null;
      if (paragraph) lineOf.set(paragraph, line);
      if (found[line] === undefined) found[line] = isOwn ? paragraph : null;
      else if (found[line] !== paragraph || !isOwn) found[line] = null;
    }
    return this.#lineStarts.map((_, i) => {
      const paragraph = found[i];
      return paragraph && !paragraph.isInCell ? paragraph : undefined;
    });
  }
}
