// The main part of a Word file while it is being written into: marks of comments, tracked changes of runs
// and paragraphs are gathered, and all that is not touched stays as it is written.
import { applyEdits, type TextEdit } from '../../../text/edit.js';
import type { Span } from '../../../text/span.js';
import { rewrittenRun } from './rewrittenRun.js';
import { type WordMarkup, withoutSpan } from './wordMarkup.js';
import type {
  OutlineElement,
  OutlineParagraph,
  OutlineRun,
  PropertyList,
  WordOutline,
} from './wordOutline.js';
import {
  emptyEnd,
  type PlacedEdit,
  type RunChange,
  type WordAnchor,
  type WordSpot,
} from './wordPlaces.js';

/** Whose changes they are. */
export interface WordAuthor {
  readonly author: string;
  /** `2026-01-05T09:00:00Z`, which Word takes for the local time; none, if it is not to be told. */
  readonly date?: string;
}

/** What stands between characters, in this order. */
interface SpotMarks {
  ends: string;
  /** Of a comment on nothing. */
  opens: string;
  filled: string;
  closes: string;
  starts: string;
}

/** A main part that is being written into. */
export class WordDraft {
  readonly #spots = new Map<number, SpotMarks>();
  readonly #cuts = new Map<OutlineRun, Map<number, SpotMarks>>();
  readonly #changes = new Map<OutlineRun, RunChange[]>();
  /** Tracked marks of paragraphs, and paragraphs put in. */
  readonly #marks: TextEdit[] = [];
  /** Paragraphs that were their own end and are to have properties. */
  readonly #properties = new Map<OutlineParagraph, string>();
  readonly #changeIds: string[] = [];
  #lastId = -1;

  constructor(
    readonly xml: string,
    readonly outline: WordOutline,
    readonly markup: WordMarkup,
    private readonly used: ReadonlySet<number>,
    readonly by: WordAuthor,
  ) {}

  /** An id that the file has not used. */
  newId(): string {
    do this.#lastId++;
    while (this.used.has(this.#lastId));
    return String(this.#lastId);
  }

  /** The ids of all tracked changes so far. */
  get changeIds(): readonly string[] {
    return this.#changeIds;
  }

  /** Puts the marks of a comment around its words. */
  comment(id: string, { start, end }: WordAnchor): void {
    const { markup } = this;
    const values = { id };
    const from = markup.element('commentRangeStart', values);
    const until =
      markup.element('commentRangeEnd', values) +
      markup.element('r', {}, markup.element('commentReference', values));
    const isOnNothing = start.offset === end.offset;
    this.#at(start)[isOnNothing ? 'opens' : 'starts'] += from;
    this.#at(end)[isOnNothing ? 'closes' : 'ends'] += until;
  }

  /** Makes an edit of words. */
  place(edit: PlacedEdit): void {
    if ('changes' in edit) for (const change of edit.changes) this.#change(change);
    else if ('blank' in edit) this.#fill(edit.blank, edit.newText);
  }

  /** Words at the edge of somebody's insertion go beside it: parted there, one half would be empty. */
  #change(change: RunChange): void {
    const edge = change.newText === '' ? undefined : insertionEdge(change);
    if (edge !== undefined) {
      this.#at({ offset: edge }).filled += this.#inserted(
        change.newText,
        this.#runLook(change.run),
      );
      if (change.start < change.end) this.#change({ ...change, newText: '' });
      return;
    }
    const changes = this.#changes.get(change.run);
    if (changes) changes.push(change);
    else this.#changes.set(change.run, [change]);
  }

  #fill(paragraph: OutlineParagraph, words: string): void {
    const { contentStart, isEmptyTag } = paragraph;
    const inserted = this.#inserted(words, this.#lookOf(paragraph));
    this.#at({ offset: isEmptyTag ? emptyEnd(paragraph) : contentStart }).filled += inserted;
  }

  /** Takes out a paragraph whose runs are these. */
  deleteParagraph(paragraph: OutlineParagraph, runs: readonly OutlineRun[]): void {
    for (const run of runs) {
      const [first, last] = [run.parts[0], run.parts.at(-1)];
      if (first && last) this.#change({ run, start: first.start, end: last.end, newText: '' });
    }
    this.#mark(paragraph, 'del');
  }

  /** Puts in a paragraph a line, before a paragraph or behind it, that look like another one. */
  insertParagraphs(
    lines: readonly string[],
    beside: OutlineParagraph,
    isBehind: boolean,
    model: { readonly paragraph: OutlineParagraph; readonly run?: OutlineRun },
  ): void {
    const look = model.run ? this.#runLook(model.run) : this.#lookOf(model.paragraph);
    const plain = this.#propertiesOf(model.paragraph);
    const paragraphs = lines.map((line, i) => {
      // behind a paragraph it is that one's mark that is new, and the last mark the old one
      const isNew = !isBehind || i < lines.length - 1;
      const mark = isNew ? this.tracked('ins') : '';
      const own = this.markup.element('rPr', {}, mark + this.#lookOf(model.paragraph, false));
      const properties = this.markup.element('pPr', {}, plain + own);
      return this.markup.element('p', {}, properties + this.#inserted(line, look));
    });
    if (isBehind) this.#mark(beside, 'ins');
    const at = isBehind ? beside.end : beside.start;
    this.#marks.push({ span: { start: at, end: at }, newText: paragraphs.join('') });
  }

  /** The part with all that was gathered. */
  text(): string {
    const { xml } = this;
    const edits: TextEdit[] = [...this.#marks];
    const empty = new Map(
      this.outline.paragraphs.filter((one) => one.isEmptyTag).map((one) => [emptyEnd(one), one]),
    );
    for (const [paragraph, properties] of this.#properties)
      if (!this.#spots.has(emptyEnd(paragraph))) edits.push(opened(xml, paragraph, properties));
    for (const [offset, marks] of this.#spots) {
      const paragraph = empty.get(offset);
      const written = inOrder(marks);
      if (paragraph)
        edits.push(opened(xml, paragraph, (this.#properties.get(paragraph) ?? '') + written));
      else edits.push({ span: { start: offset, end: offset }, newText: written });
    }
    for (const run of new Set([...this.#cuts.keys(), ...this.#changes.keys()])) {
      const marks = new Map<number, string>();
      for (const [offset, one] of this.#cuts.get(run) ?? []) marks.set(offset, inOrder(one));
      const newText = rewrittenRun(run, marks, this.#changes.get(run) ?? [], this);
      edits.push({ span: { start: run.start, end: run.end }, newText });
    }
    return applyEdits(xml, edits);
  }

  /** A tracked change of some content, or of a mark. */
  tracked(kind: 'ins' | 'del', content = ''): string {
    const id = this.newId();
    this.#changeIds.push(id);
    const { author, date } = this.by;
    const values = { id, author, ...(date !== undefined && { date }) };
    return this.markup.element(kind, values, content);
  }

  #inserted(words: string, look: string): string {
    return words === '' ? '' : this.tracked('ins', this.markup.run(words, look));
  }

  #at({ offset, run }: WordSpot): SpotMarks {
    let spots = this.#spots;
    if (run) {
      spots = this.#cuts.get(run) ?? new Map();
      this.#cuts.set(run, spots);
    }
    const marks = spots.get(offset) ?? { ends: '', opens: '', filled: '', closes: '', starts: '' };
    spots.set(offset, marks);
    return marks;
  }

  /** Marks the end of a paragraph as put in or taken out. */
  #mark(paragraph: OutlineParagraph, kind: 'ins' | 'del'): void {
    const { markup, xml } = this;
    const { look, properties, isEmptyTag, tag } = paragraph;
    const mark = this.tracked(kind);
    const put = (span: Span, newText: string) => this.#marks.push({ span, newText });
    const whole = markup.element('rPr', {}, mark);
    if (look) {
      const before = look.children.find(({ name }) => name === 'w:ins');
      const at = kind === 'del' && before ? before.end : look.tag.end;
      if (look.tag.end === look.end) put(look, whole);
      else put({ start: at, end: at }, mark);
    } else if (properties) {
      const { children, end } = properties;
      const last = children.find(({ name }) => name === 'w:sectPr' || name === 'w:pPrChange');
      const at = last?.start ?? xml.lastIndexOf('<', end - 1);
      if (properties.tag.end === end) put(properties, markup.element('pPr', {}, whole));
      else put({ start: at, end: at }, whole);
    } else {
      const own = markup.element('pPr', {}, whole);
      if (isEmptyTag) this.#properties.set(paragraph, own);
      else put({ start: tag.end, end: tag.end }, own);
    }
  }

  /** What the characters of a paragraph's mark look like, which those put into it shall have. */
  #lookOf({ look }: OutlineParagraph, isWhole = true): string {
    const inside = look ? this.#without(look, NOT_LOOK) : '';
    return isWhole && inside !== '' ? this.markup.element('rPr', {}, inside) : inside;
  }

  #propertiesOf({ properties }: OutlineParagraph): string {
    return properties ? this.#without(properties, NOT_COPIED) : '';
  }

  #without({ children }: PropertyList, left: ReadonlySet<string>): string {
    const kept = children.filter(({ name }) => !left.has(name));
    return kept.map(({ start, end }: OutlineElement) => this.xml.slice(start, end)).join('');
  }

  #runLook({ look, lookBefore }: OutlineRun): string {
    return look ? withoutSpan(this.xml, look, lookBefore) : '';
  }
}

/** Changes of the look of a mark, which are no look. */
const NOT_LOOK = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']);
/** What belongs to one paragraph alone. */
const NOT_COPIED = new Set([
  'w:rPr',
  'w:numPr',
  'w:sectPr',
  'w:pPrChange',
  'w:pageBreakBefore',
  'w:framePr',
]);

/** Where somebody's insertion begins or ends, if new words are to stand just there. */
function insertionEdge({ run, end }: RunChange): number | undefined {
  const { insertion, parts } = run;
  if (end === parts.at(-1)?.end && insertion?.last === run.start) return insertion.end;
  if (end === parts[0]?.start && insertion?.first === run.start) return insertion.start;
  return undefined;
}

function inOrder({ ends, opens, filled, closes, starts }: SpotMarks): string {
  return ends + opens + filled + closes + starts;
}

/** `<w:p/>` with something in it. */
function opened(xml: string, { start, end }: Span, content: string): TextEdit {
  const name = /^<([^\s/>]+)/.exec(xml.slice(start, end))?.[1] ?? '';
  return { span: { start: emptyEnd({ start, end }), end }, newText: `>${content}</${name}>` };
}

/** All ids that stand in some parts of a file. */
export function idsIn(parts: readonly string[]): ReadonlySet<number> {
  const used = new Set<number>();
  for (const xml of parts)
    for (const [, id] of xml.matchAll(/[\s:]id\s*=\s*["']\s*([-+]?\d{1,10})/g))
      used.add(Number(id));
  return used;
}
