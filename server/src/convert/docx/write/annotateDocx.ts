// Findings as comments in a copy of the Word file that they were found in, and sure changes as tracked
// ones. Everything else of the file stays as it is, byte for byte.
import type { TextEdit } from '../../../text/edit.js';
import type { Span } from '../../../text/span.js';
import { CommentsPart, commentsIn, commentText } from './commentsPart.js';
import { OpenedWord, type WordChange } from './openedWord.js';
import type { WordAuthor } from './wordDraft.js';
import type { WordAnchor } from './wordPlaces.js';

/** What is to be said of a stretch of the report text. */
export interface WordMark {
  readonly span: Span;
  /** A paragraph of the comment each. */
  readonly lines: readonly string[];
  /** What is to be entered as tracked changes, too: all of it or nothing. */
  readonly change?: readonly TextEdit[];
}

/** A copy with comments. */
export interface AnnotatedWord {
  readonly bytes: Uint8Array;
  /** Comments that are new; those that were there already are no second time. */
  readonly comments: number;
  readonly known: number;
  /** Marks whose change is entered. */
  readonly changes: number;
  /** Marks whose change could not be entered, with the reason (in Chinese): they are comments alone. */
  readonly refused: readonly RefusedMark[];
  /** Marks that have no place in the file. */
  readonly unplaced: readonly WordMark[];
  /** What the user should know of the file, a sentence each. */
  readonly warnings: readonly string[];
}

export interface RefusedMark {
  readonly mark: WordMark;
  readonly reason: string;
}

/** Writes comments into a copy of a Word file; throws `UnreadableFile` if it cannot be read. */
export function annotateDocx(
  bytes: Uint8Array,
  marks: readonly WordMark[],
  by: WordAuthor,
): AnnotatedWord {
  const word = new OpenedWord(bytes);
  const draft = word.draft(by);
  const part = new CommentsPart(word.file, word.markup);
  const known = new KnownComments(word, part.xml, by.author);
  const unplaced: WordMark[] = [];
  let comments = 0;
  const { made, refused } = changesOf(word, marks, by);
  for (const change of made) change.make(draft);
  for (const mark of marks) {
    const anchor = word.places.anchorOf(mark.span);
    const text = commentText(mark.lines);
    if (!anchor) unplaced.push(mark);
    else if (!known.take(anchor, text)) {
      const id = draft.newId();
      draft.comment(id, anchor);
      part.add(id, text, by);
      comments++;
    }
  }
  part.finish();
  return {
    bytes: word.written(draft, made).bytes,
    comments,
    known: marks.length - unplaced.length - comments,
    changes: made.length,
    refused,
    unplaced,
    warnings: word.warnings(),
  };
}

/** The changes that can be entered: each of them whole, and no two at one place. */
function changesOf(word: OpenedWord, marks: readonly WordMark[], by: WordAuthor) {
  const refused: RefusedMark[] = [];
  const possible: (WordChange & { readonly mark: WordMark })[] = [];
  for (const mark of marks) {
    if (!mark.change?.length) continue;
    const placed = mark.change.map((edit) => word.places.placeEdit(edit));
    const reason = placed.flatMap((one) => ('refused' in one ? [one.refused] : []))[0];
    if (reason !== undefined) refused.push({ mark, reason });
    else
      possible.push({
        mark,
        edits: mark.change,
        make: (draft) => {
          for (const one of placed) draft.place(one);
        },
      });
  }
  const apart = withoutMeetings(possible);
  const made = word.sure(apart, by);
  const [isApart, isMade] = [new Set(apart), new Set(made)];
  for (const one of possible)
    if (!isMade.has(one))
      refused.push({ mark: one.mark, reason: isApart.has(one) ? UNSURE : MEETS });
  return { made, refused };
}

const MEETS = '和另一处修订在同一个地方';
const UNSURE = '修订后读出来和应改的不一样，没有写入';

/** Without those that meet an earlier one. */
function withoutMeetings<T extends WordChange>(changes: readonly T[]): T[] {
  const edits = changes.flatMap((change) => change.edits.map(({ span }) => ({ change, span })));
  edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const dropped = new Set<T>();
  let last: (typeof edits)[number] | undefined;
  for (const one of edits) {
    if (dropped.has(one.change)) continue;
    const meets = last && (one.span.start < last.span.end || one.span.start === last.span.start);
    if (meets && last?.change !== one.change) dropped.add(one.change);
    else last = one;
  }
  return changes.filter((change) => !dropped.has(change));
}

/** Comments of ours that are there from the last time: by what they say, and between which characters. */
class KnownComments {
  readonly #counts = new Map<string, number>();

  constructor(
    readonly word: OpenedWord,
    xml: string,
    author: string,
  ) {
    const ranges = word.outline.comments;
    for (const comment of commentsIn(xml)) {
      const range = ranges.get(comment.id);
      if (comment.author !== author || range?.start === undefined || range.end === undefined)
        continue;
      const key = this.#key(range.start, range.end, comment.text);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  /** Whether there is such a comment, which is then taken for this one. */
  take({ start, end }: WordAnchor, text: string): boolean {
    const key = this.#key(start.offset, end.offset, text);
    const count = this.#counts.get(key) ?? 0;
    if (count > 0) this.#counts.set(key, count - 1);
    return count > 0;
  }

  #key(start: number, end: number, text: string): string {
    const { places } = this.word;
    const before = places.charactersBefore(start);
    const until = places.charactersBefore(end);
    const paragraphs = [start, end].map((at) => places.paragraphAt(at)?.index);
    return `${paragraphs.join()} ${before} ${until} ${text}`;
  }
}
