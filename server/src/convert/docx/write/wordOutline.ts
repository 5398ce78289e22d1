// How the main part of a Word file is built, as far as whoever writes into it must know: the paragraphs of
// the main story, what stands side by side in them, and which runs can be parted or changed.
import type { Span } from '../../../text/span.js';
import { isXmlSpace, scanXml, type XmlTag, type XmlVisitor } from '../docxXml.js';

/** What a run holds: `start` is where the one before it ends, so that they leave no gap. */
export interface RunPart extends Span {
  end: number;
  readonly kind: 'text' | 'tab' | 'break' | 'object';
  readonly tag: Span;
  /** Of a text that can be parted anywhere: its characters. */
  content?: Span;
  /** Blanks at the ends of the text belong to it. */
  readonly keepsSpace: boolean;
}

/** A run that is not part of something larger. */
export interface OutlineRun extends Span {
  end: number;
  readonly tag: Span;
  readonly parts: RunPart[];
  /** What its characters look like. */
  look?: Span;
  /** What they looked like before a tracked change. */
  lookBefore?: Span;
  /** Somebody's insertion that it stands in, if that is its parent. */
  readonly insertion?: OutlineInsertion;
  /** It stands in a place whose text must not be changed: moved, bound to data, locked, plain. */
  readonly isFixed: boolean;
}

/** Somebody's insertion: where the first and the last thing in it begin, marks aside. */
export interface OutlineInsertion extends Span {
  end: number;
  readonly tag: Span;
  first?: number;
  last?: number;
}

/** What stands in a paragraph: a run, or something that cannot be parted (a field, a picture, a formula). */
export interface OutlineUnit extends Span {
  readonly run?: OutlineRun;
  /** A control in the paragraph that it stands in: locked, of plain text, a date or a list. Marks go around it. */
  readonly control?: Span;
  /** It can go without loss: a bookmark's end, a mark of spelling. */
  readonly isMark?: boolean;
}

/** An element, all of it, and its start tag. */
export interface OutlineElement extends Span {
  readonly name: string;
  readonly tag: Span;
}

/** Properties with their children. */
export interface PropertyList extends Span {
  readonly tag: Span;
  end: number;
  readonly children: OutlineElement[];
}

/** A paragraph of the main story; those of text boxes are part of the paragraph that holds them. */
export interface OutlineParagraph extends Span {
  end: number;
  readonly index: number;
  readonly tag: Span;
  /** Between its properties and its end; an element that is its own end has none. */
  contentStart: number;
  contentEnd: number;
  readonly isEmptyTag: boolean;
  properties?: PropertyList;
  /** Of its mark. */
  look?: PropertyList;
  /** A paragraph follows it in the same place. */
  hasNext: boolean;
  readonly isInCell: boolean;
  /** It stands in the body itself, not in a control. */
  readonly isInBody: boolean;
  /** A locked control that it stands in: marks go around it. */
  readonly control?: Span;
  readonly isFixed: boolean;
}

/** The paragraphs and their content, in document order. */
export interface WordOutline {
  /** The start tag of the root. */
  readonly root: Span;
  readonly paragraphs: readonly OutlineParagraph[];
  readonly units: readonly OutlineUnit[];
  /** Where the ranges of comments begin and end, by their ids. */
  readonly comments: ReadonlyMap<string, Partial<Span>>;
}

/** Tells how `document.xml` is built. */
export function outlineOf(xml: string): WordOutline {
  const visitor = new OutlineVisitor(xml);
  scanXml(xml, visitor);
  return visitor;
}

/** What runs may stand in and be parted. */
const WRAPPERS = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:bdo',
  'w:dir',
]);
const PLAIN_CONTROLS = new Set(['w:text', 'w:date', 'w:comboBox', 'w:dropDownList']);
const MARKS = /^w:(?:bookmark|comment|moveFromRange|moveToRange|customXml\w+Range|perm|proofErr)/;
const PARTS: Readonly<Record<string, RunPart['kind']>> = {
  'w:t': 'text',
  'w:tab': 'tab',
  'w:br': 'break',
  'w:cr': 'break',
};

interface OpenWordElement {
  readonly name: string;
  readonly tag: Span;
  /** Whether a text in it must not be changed. */
  isFixed: boolean;
  /** Whole, once it has ended; of a control that no mark may stand in. */
  control?: { readonly start: number; end: number };
  insertion?: OutlineInsertion;
  /** The last thing in it, if that is a paragraph. */
  last: OutlineParagraph | undefined;
}

class OutlineVisitor implements XmlVisitor, WordOutline {
  root: Span = { start: 0, end: 0 };
  readonly paragraphs: OutlineParagraph[] = [];
  readonly units: OutlineUnit[] = [];
  readonly comments = new Map<string, Partial<Span>>();
  readonly #open: OpenWordElement[] = [];
  #paragraph: OutlineParagraph | undefined;
  #run: { readonly run: OutlineRun; readonly depth: number } | undefined;
  #part: RunPart | undefined;
  /** What cannot be parted, while it lasts. */
  #solid: { readonly depth: number; readonly start: number; readonly isMark: boolean } | undefined;
  /** Fields that have begun and not ended. */
  #fields = 0;
  /** Where the outermost of them begins in this paragraph. */
  #fieldStart: number | undefined;

  constructor(readonly xml: string) {}

  open(tag: XmlTag): boolean {
    const { name, start, end } = tag;
    const depth = this.#open.length;
    if (depth === 0) this.root = { start, end };
    const around = this.#open.at(-1);
    const isFixed = around?.isFixed ?? false;
    if (around?.insertion && !MARKS.test(name)) {
      around.insertion.first ??= start;
      around.insertion.last = start;
    }
    const insertion = name === 'w:ins' && { start, end, tag: { start, end } };
    this.#open.push({
      name,
      tag: { start, end },
      isFixed,
      ...(insertion && { insertion }),
      last: undefined,
    });
    if (name === 'w:commentRangeStart') this.#comment(tag, { start });
    else if (name === 'w:commentRangeEnd') this.#comment(tag, { end: start });
    if (this.#solid) return true;
    if (around?.name === 'w:sdtPr') this.#control(tag);
    if (this.#run) this.#inRun(tag, depth, this.#run);
    else if (this.#paragraph) this.#inParagraph(tag, depth, this.#paragraph);
    else if (name === 'w:p') this.#openParagraph(tag, around);
    return true;
  }

  close(name: string, start: number, end: number): void {
    const { tag, control, insertion } = this.#open.pop() as OpenWordElement;
    if (control) control.end = end;
    if (insertion) insertion.end = end;
    const depth = this.#open.length;
    const element = { name, tag, start: tag.start, end };
    const solid = this.#solid;
    if (solid) {
      if (depth > solid.depth) return;
      this.#solid = undefined;
      this.#add({ start: solid.start, end, isMark: solid.isMark });
    } else if (this.#run) this.#closeInRun(element, start, depth, this.#run);
    else if (this.#paragraph) this.#closeInParagraph(element, start, this.#paragraph);
    else if (!MARKS.test(name)) this.#setLast(undefined);
  }

  text(start: number, end: number, isCdata: boolean): void {
    const part = this.#part;
    if (part?.kind !== 'text') return;
    // in one stretch from tag to tag, or it is left whole
    part.content = isCdata || start !== part.tag.end ? undefined : { start, end };
  }

  #comment(tag: XmlTag, place: Partial<Span>): void {
    const id = tag.get('w:id') ?? '';
    this.comments.set(id, { ...this.comments.get(id), ...place });
  }

  #setLast(paragraph: OutlineParagraph | undefined): void {
    const around = this.#open.at(-1);
    if (around) around.last = paragraph;
  }

  // Paragraphs

  #openParagraph({ start, end, isEmpty }: XmlTag, around: OpenWordElement | undefined): void {
    if (around?.last) around.last.hasNext = true;
    this.#paragraph = {
      index: this.paragraphs.length,
      start,
      end,
      tag: { start, end },
      contentStart: end,
      contentEnd: end,
      isEmptyTag: isEmpty,
      hasNext: false,
      isInCell: this.#open.some(({ name }) => name === 'w:tc'),
      isInBody: around?.name === 'w:body',
      ...this.#inControl(),
      isFixed: around?.isFixed ?? false,
    };
    if (this.#fields > 0) this.#fieldStart = end;
    this.paragraphs.push(this.#paragraph);
  }

  #inParagraph({ name, start, end }: XmlTag, depth: number, paragraph: OutlineParagraph): void {
    const list = { start, end, tag: { start, end }, children: [] };
    const [parent, grandparent] = [this.#open[depth - 1], this.#open[depth - 2]];
    if (parent?.name === 'w:p' && name === 'w:pPr') paragraph.properties = list;
    else if (parent?.name === 'w:pPr' && name === 'w:rPr' && grandparent?.name === 'w:p')
      paragraph.look = list;
    else if (this.#open.some((one) => one.name === 'w:pPr' || one.name === 'w:sdtPr')) return;
    else if (name === 'w:r') {
      const isMoved = this.#open.some((one) => one.isFixed || one.name === 'w:moveTo');
      const insertion = parent?.insertion;
      const isNested = this.#open.some((one) => one.name === 'w:ins') && !insertion;
      const run = { start, end, tag: { start, end }, parts: [], isFixed: isMoved || isNested };
      this.#run = { run: { ...run, ...(insertion && { insertion }) }, depth };
    } else if (!WRAPPERS.has(name)) this.#solid = { depth, start, isMark: MARKS.test(name) };
  }

  #closeInParagraph(element: OutlineElement, start: number, paragraph: OutlineParagraph): void {
    const { name, end } = element;
    const { properties, look } = paragraph;
    const [parent, grandparent] = [this.#open.at(-1), this.#open.at(-2)];
    if (name === 'w:p') {
      paragraph.contentEnd = start;
      paragraph.end = end;
      this.#endField(start);
      this.#paragraph = undefined;
      this.#setLast(paragraph);
    } else if (name === 'w:pPr' && parent?.name === 'w:p' && properties) {
      properties.end = end;
      paragraph.contentStart = end;
      if (this.#fieldStart !== undefined) this.#fieldStart = end;
    } else if (parent?.name === 'w:pPr' && grandparent?.name === 'w:p') {
      properties?.children.push(element);
      if (name === 'w:rPr' && look) look.end = end;
    } else if (parent?.name === 'w:rPr' && parent.tag.start === look?.start)
      look.children.push(element);
  }

  // Runs

  #inRun(tag: XmlTag, depth: number, { run, depth: runDepth }: { run: OutlineRun; depth: number }) {
    const { name, start, end } = tag;
    if (depth === runDepth + 1 && name === 'w:rPr') run.look = { start, end };
    else if (depth === runDepth + 1) {
      this.#part = {
        kind: PARTS[name] ?? 'object',
        start: run.parts.at(-1)?.end ?? run.look?.end ?? run.tag.end,
        end,
        tag: { start, end },
        keepsSpace: name === 'w:t' && tag.get('xml:space') === 'preserve',
      };
      if (name === 'w:fldChar') this.#field(tag.get('w:fldCharType'), run.start);
    } else if (name === 'w:rPrChange' && depth === runDepth + 2) run.lookBefore = { start, end };
  }

  #closeInRun(
    { name, start, end }: OutlineElement,
    endTag: number,
    depth: number,
    { run, depth: runDepth }: { run: OutlineRun; depth: number },
  ): void {
    if (depth === runDepth) {
      run.end = end;
      this.#run = undefined;
      this.#add({ start, end, run });
    } else if (depth === runDepth + 1 && name === 'w:rPr') run.look = { start, end };
    else if (depth === runDepth + 1 && this.#part) {
      if (!this.#isCuttable(this.#part, endTag)) this.#part.content = undefined;
      this.#part.end = end;
      run.parts.push(this.#part);
      this.#part = undefined;
    } else if (name === 'w:rPrChange' && depth === runDepth + 2) run.lookBefore = { start, end };
  }

  /** Whether a text means the same in two. */
  #isCuttable({ content, keepsSpace }: RunPart, endTag: number): boolean {
    if (content?.end !== endTag) return false;
    const isSpace = (at: number) => isXmlSpace(this.xml.charCodeAt(at));
    return keepsSpace || !(isSpace(content.start) || isSpace(content.end - 1));
  }

  // Fields

  #field(type: string | undefined, start: number): void {
    if (type === 'begin') {
      this.#fields++;
      this.#fieldStart ??= start;
    } else if (type === 'end') this.#fields = Math.max(0, this.#fields - 1);
  }

  /** Adds what stands in the paragraph; what is part of a field becomes one with it. */
  #add(unit: OutlineUnit): void {
    if (this.#fieldStart === undefined) this.units.push({ ...unit, ...this.#inControl() });
    else if (this.#fields === 0) this.#endField(unit.end);
  }

  #endField(end: number): void {
    const start = this.#fieldStart;
    if (start !== undefined && end > start) this.units.push({ start, end, ...this.#inControl() });
    this.#fieldStart = undefined;
  }

  // Controls

  /** What the properties of a control say of its content. */
  #control(tag: XmlTag): void {
    const control = this.#open.at(-3);
    if (control?.name !== 'w:sdt') return;
    const { name } = tag;
    // taken from elsewhere, kept as it is, or where LibreOffice takes what is deleted for text
    const isLocked = name === 'w:lock' && /content/i.test(tag.get('w:val') ?? '');
    control.isFixed ||= isLocked || name === 'w:dataBinding' || name === 'w:text';
    if (isLocked || (this.#paragraph && PLAIN_CONTROLS.has(name)))
      control.control = { start: control.tag.start, end: control.tag.end };
  }

  /** The outermost control that no mark may stand in; of what stands in a paragraph, one in there. */
  #inControl(): { readonly control?: Span } {
    const from = this.#paragraph?.start ?? 0;
    const control = this.#open.find((one) => one.control && one.control.start >= from)?.control;
    return control ? { control } : {};
  }
}
