// The main text of a Word file, element by element, as lines: paragraphs, rows, text boxes. What is
// deleted, hidden or a comment is no text.
import { UnreadableFile } from '../office.js';
import { charactersOf } from './docxCharacters.js';
import { DocxFields } from './docxFields.js';
import { append, LINE_BREAK, type WordLine } from './docxFlow.js';
import { OpenParagraph, OpenRun, type StoryContext } from './docxParagraph.js';
import { isOn } from './docxStyles.js';
import { symbolText } from './docxSymbols.js';
import { layOutTable, type WordCell, type WordRow } from './docxTable.js';
import type { XmlTag, XmlVisitor } from './docxXml.js';
import { TOO_DEEP, TOO_MUCH } from './notDocx.js';

/** Word's own limit. */
const MAX_SPAN = 63;
/** Tables and text boxes one in another; what is inside is copied for each. */
const MAX_STORIES = 16;
/** Stretches of text; more than any report has. */
const MAX_PIECES = 2_000_000;

interface OpenWordTable {
  readonly rows: WordRow[];
  readonly widths: number[];
  row: { before: number; cells: WordCell[]; isGone: boolean } | undefined;
}

/** Where lines go: the body, a cell, a text box. */
interface Story {
  readonly lines: WordLine[];
  paragraph: OpenParagraph | undefined;
  /** The paragraph that the next one goes on with. */
  held: OpenParagraph | undefined;
  run: OpenRun | undefined;
  table: OpenWordTable | undefined;
  /** How a cell is merged, and whether it is deleted. */
  readonly cell: { span: number; down: WordCell['down']; isBeside: boolean; isGone: boolean };
}

/** Takes the elements of `document.xml`. */
export class DocxStory implements XmlVisitor {
  readonly #body = newStory();
  readonly #stories = [this.#body];
  readonly #fields = new DocxFields();
  #reads: 'text' | 'code' | undefined;
  #keepsSpace = false;
  #pieces = 0;
  /** The next content of a control is the table of contents. */
  #isContents = false;

  constructor(
    readonly xml: string,
    readonly context: StoryContext,
  ) {}

  /** The text, once all is told. */
  end(): readonly WordLine[] {
    this.#flush(this.#body);
    return this.#body.lines;
  }

  get #story(): Story {
    return this.#stories.at(-1) ?? this.#body;
  }

  open(tag: XmlTag, parents: readonly string[]): boolean {
    const story = this.#story;
    const parent = parents.at(-1) ?? '';
    switch (tag.name) {
      case 'w:p':
        this.#openParagraph(tag);
        return true;
      case 'w:r':
        story.run = new OpenRun(tag);
        return true;
      case 'w:delText': // seen only inside what was not deleted after all
        if (this.context.rejected.size === 0) return false;
        this.#readsText(tag);
        return true;
      case 'w:t':
      case 'm:t':
        this.#readsText(tag);
        return true;
      case 'w:instrText':
        this.#reads = 'code';
        return true;
      case 'w:tbl':
        this.#flush(story);
        story.table = { rows: [], widths: [], row: undefined };
        return true;
      case 'w:tr':
        if (story.table) story.table.row = { before: 0, cells: [], isGone: false };
        return true;
      case 'w:tc':
        if (!story.table?.row || story.table.row.isGone) return false;
        this.#openStory();
        return true;
      case 'w:txbxContent':
        this.#openStory();
        return true;
      case 'w:sdtContent':
        return !this.#isContentsControl();
      case 'w:ins':
      case 'w:moveTo':
      case 'w:cellIns':
        return this.#isRejected(tag) ? this.#deleted(parent) : this.#inserted(parent);
      case 'w:del':
      case 'w:moveFrom':
      case 'w:cellDel':
        return this.#isRejected(tag) ? this.#inserted(parent) : this.#deleted(parent);
      case 'w:pPrChange':
      case 'w:rPrChange':
      case 'w:tblPrChange':
      case 'w:tblPrExChange':
      case 'w:trPrChange':
      case 'w:tcPrChange':
      case 'w:tblGridChange':
      case 'w:sectPrChange':
      case 'w:rt': // the reading above the characters
        return false;
    }
    if (EQUATION_PARTS.has(tag.name)) story.paragraph?.part(tag.start);
    if (parent === 'w:r') return this.#inRun(tag);
    if (parent === 'w:rPr') this.#characterProperty(tag, parents);
    else this.#otherProperty(tag, parent);
    this.#object(tag);
    return true;
  }

  close(name: string, _start: number, end: number): void {
    const story = this.#story;
    if (EQUATION_PARTS.has(name)) story.paragraph?.part(end);
    switch (name) {
      case 'w:p':
        this.#closeParagraph(story);
        break;
      case 'w:pPr':
        if (story.paragraph) story.paragraph.place = { start: end, end };
        break;
      case 'w:r':
        if (story.run) story.run.span.end = end;
        story.run = undefined;
        break;
      case 'w:t':
      case 'm:t':
      case 'w:delText':
      case 'w:instrText':
        this.#reads = undefined;
        break;
      case 'w:tc':
        this.#closeCell();
        break;
      case 'w:tr':
        if (story.table?.row && !story.table.row.isGone) story.table.rows.push(story.table.row);
        if (story.table) story.table.row = undefined;
        break;
      case 'w:tbl':
        if (story.table) layOutTable(story.lines, story.table.rows, story.table.widths);
        story.table = undefined;
        break;
      case 'w:txbxContent':
        this.#closeTextBox();
        break;
    }
  }

  text(start: number, end: number, isCdata: boolean): void {
    if (this.#reads === 'code') this.#fields.code(this.xml.slice(start, end));
    if (this.#reads !== 'text' || !this.#isShown()) return;
    const { paragraph, run } = this.#story;
    const lift = run?.lift(this.context.styles) ?? '';
    const reading = { isCdata, keepsSpace: this.#keepsSpace, font: run?.font ?? '' };
    for (const piece of charactersOf(this.xml, { start, end }, reading)) {
      if (++this.#pieces > MAX_PIECES) throw new UnreadableFile(TOO_MUCH);
      paragraph?.push(piece.text, piece, run, lift);
    }
  }

  /** Whether what stands here is to be seen. */
  #isShown(): boolean {
    const { paragraph, run } = this.#story;
    if (!paragraph || this.#fields.isCode) return false;
    const { styles, notes } = this.context;
    const { style } = paragraph;
    const isHidden = run ? run.isHidden(styles, style) : styles.isHidden(style, undefined);
    notes.hasHidden ||= isHidden;
    notes.hasStruck ||= run?.isStruck ?? false;
    return !isHidden;
  }

  // Paragraphs and runs

  #openParagraph(tag: XmlTag): void {
    const story = this.#story;
    if (story.paragraph) this.#closeParagraph(story);
    story.paragraph = new OpenParagraph(tag, story.held);
    story.held = undefined;
  }

  #closeParagraph(story: Story): void {
    const { paragraph } = story;
    story.paragraph = undefined;
    story.run = undefined;
    this.#fields.endParagraph();
    if (!paragraph) return;
    if (paragraph.goesOn ?? this.context.styles.isHidden(paragraph.style, undefined))
      story.held = paragraph;
    else append(story.lines, paragraph.lines(this.context, this.#fields.isContents));
  }

  /** A paragraph that nothing follows ends, whatever became of its mark. */
  #flush(story: Story): void {
    this.#closeParagraph(story);
    const { held } = story;
    story.held = undefined;
    if (held && !held.isVoid)
      append(story.lines, held.lines(this.context, this.#fields.isContents));
  }

  #inRun(tag: XmlTag): boolean {
    const { notes } = this.context;
    const put = (text: string) => {
      const { paragraph, run } = this.#story;
      if (this.#isShown()) paragraph?.push(text, tag, run, run?.lift(this.context.styles) ?? '');
    };
    switch (tag.name) {
      case 'w:tab':
      case 'w:ptab':
        put('\t');
        break;
      case 'w:br':
      case 'w:cr':
        put(LINE_BREAK);
        break;
      case 'w:noBreakHyphen':
        put('-');
        break;
      case 'w:sym':
        put(symbolText(tag.get('w:font') ?? '', tag.get('w:char') ?? ''));
        break;
      case 'w:fldChar':
        if (this.#fields.mark(tag.get('w:fldCharType')) && this.#isShown())
          this.#story.paragraph?.unread({ start: tag.start, end: tag.start });
        break;
      case 'w:commentReference':
        notes.comments++;
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        notes.footnotes++;
        break;
      case 'w:object':
        this.#picture(tag, 'objects', '对象');
        if (this.#isShown()) this.#story.paragraph?.unread({ start: tag.start, end: tag.start });
        return false;
    }
    return true;
  }

  #characterProperty(tag: XmlTag, parents: readonly string[]): void {
    const { paragraph, run } = this.#story;
    if (parents.at(-2) === 'w:pPr') {
      if (tag.name === 'w:vanish' && paragraph) paragraph.goesOn ??= isOn(tag.get('w:val'));
    } else if (parents.at(-2) === 'w:r') run?.property(tag);
  }

  #otherProperty(tag: XmlTag, parent: string): void {
    const { paragraph, table, cell } = this.#story;
    const count = (name: string) => Math.trunc(Number(tag.get(name))) || 0;
    switch (`${parent}/${tag.name}`) {
      case 'w:pPr/w:pStyle':
        if (paragraph) paragraph.style = tag.get('w:val');
        break;
      case 'w:numPr/w:numId':
        if (paragraph) paragraph.list = count('w:val');
        break;
      case 'w:numPr/w:ilvl':
        if (paragraph) paragraph.level = count('w:val');
        break;
      case 'w:tblGrid/w:gridCol':
        table?.widths.push(Math.max(0, count('w:w')));
        break;
      case 'w:trPr/w:gridBefore':
        if (table?.row) table.row.before = Math.min(Math.max(count('w:val'), 0), MAX_SPAN);
        break;
      case 'w:trPr/w:hidden':
        if (table?.row && isOn(tag.get('w:val'))) {
          table.row.isGone = true;
          this.context.notes.hasHidden = true;
        }
        break;
      case 'w:tcPr/w:gridSpan':
        cell.span = Math.min(Math.max(count('w:val'), 1), MAX_SPAN);
        break;
      case 'w:tcPr/w:vMerge':
        cell.down = tag.get('w:val') === 'restart' ? 'start' : 'goes on';
        break;
      case 'w:tcPr/w:hMerge':
        cell.isBeside = tag.get('w:val') !== 'restart';
        break;
      case 'w:docPartObj/w:docPartGallery':
        this.#isContents = tag.get('w:val') === 'Table of Contents';
        break;
    }
  }

  // Cells and text boxes

  #openStory(): void {
    if (this.#stories.length >= MAX_STORIES) throw new UnreadableFile(TOO_DEEP);
    this.#stories.push(newStory());
  }

  #closeCell(): void {
    const story = this.#stories.pop() as Story;
    this.#flush(story);
    const { span, down, isBeside, isGone } = story.cell;
    if (!isGone) this.#story.table?.row?.cells.push({ span, down, isBeside, lines: story.lines });
  }

  /** The lines of a text box follow the paragraph that it is tied to. */
  #closeTextBox(): void {
    const box = this.#stories.pop() as Story;
    this.#flush(box);
    const { paragraph, lines } = this.#story;
    append(paragraph?.after ?? lines, box.lines);
  }

  #readsText(tag: XmlTag): void {
    this.#reads = 'text';
    this.#keepsSpace = tag.get('xml:space') === 'preserve';
  }

  // Changes

  #isRejected(tag: XmlTag): boolean {
    const { rejected } = this.context;
    return rejected.size > 0 && rejected.has(tag.get('w:id') ?? '');
  }

  /** What has been put in is text. */
  #inserted(parent: string): boolean {
    if (!PROPERTIES.has(parent)) this.context.notes.changes++;
    return true;
  }

  /** What has been taken out is none: a run, the end of a paragraph, a row, a cell. */
  #deleted(parent: string): boolean {
    const { paragraph, table, run, cell } = this.#story;
    if (parent === 'w:rPr' && paragraph && !run) paragraph.goesOn = true;
    else if (parent === 'w:trPr' && table?.row) table.row.isGone = true;
    else if (parent === 'w:tcPr') cell.isGone = true;
    this.context.notes.changes++;
    return false;
  }

  // What is seen and cannot be read

  #object(tag: XmlTag): void {
    const { notes } = this.context;
    switch (tag.name) {
      case 'a:blip':
        this.#picture(tag, 'pictures', this.context.pictureName(tag.get('r:embed')));
        break;
      case 'v:imagedata':
        this.#picture(tag, 'pictures', this.context.pictureName(tag.get('r:id')));
        break;
      case 'c:chart':
      case 'dgm:relIds':
        this.#picture(tag, 'objects', '图表');
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        notes.files++;
        break;
    }
  }

  #picture({ start, end }: XmlTag, kind: 'pictures' | 'objects', name: string): void {
    const { paragraph, run } = this.#story;
    if (!paragraph || !this.#isShown()) return;
    this.context.notes[kind]++;
    const text = `![图片](${name})`;
    paragraph.after.push({ kind: 'picture', pieces: [{ text, start, end, run: run?.span }] });
  }

  /** Whether a control holds the table of contents, which its properties have told. */
  #isContentsControl(): boolean {
    const { notes } = this.context;
    notes.hasContents ||= this.#isContents;
    const isContents = this.#isContents;
    this.#isContents = false;
    return isContents;
  }
}

/** An equation, and what of it stands above, below or behind the rest: 1 over 2 is not 12. */
const EQUATION_PARTS = new Set(
  ['oMath', 'num', 'den', 'e', 'sup', 'sub', 'deg', 'lim', 'fName'].map((name) => `m:${name}`),
);

/** Where a change is noted of something that is told elsewhere. */
const PROPERTIES = new Set(['w:rPr', 'w:numPr']);

function newStory(): Story {
  return {
    lines: [],
    paragraph: undefined,
    held: undefined,
    run: undefined,
    table: undefined,
    cell: { span: 1, down: undefined, isBeside: false, isGone: false },
  };
}
