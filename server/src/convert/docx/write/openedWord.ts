// A Word file opened to be written into: its text, where that stands, and the proof that what was written
// is what was wanted.
import { applyEdits, type TextEdit } from '../../../text/edit.js';
import type { OfficeText } from '../../office.js';
import { DocxParts } from '../docxParts.js';
import { isOn } from '../docxStyles.js';
import { scanXml } from '../docxXml.js';
import { readMainPart } from '../readDocx.js';
import { idsIn, type WordAuthor, WordDraft } from './wordDraft.js';
import { WordMarkup } from './wordMarkup.js';
import { outlineOf, type WordOutline } from './wordOutline.js';
import { WordPackage } from './wordPackage.js';
import { WordPlaces } from './wordPlaces.js';

/** A change of the text, and how it is written. */
export interface WordChange {
  readonly edits: readonly TextEdit[];
  make(draft: WordDraft): void;
}

/** After so many changes that did harm no more is tried. */
const MAX_REFUSED = 20;

/** A Word file and all that is to be known of it before something is written. */
export class OpenedWord {
  readonly file: WordPackage;
  readonly read: OfficeText;
  readonly outline: WordOutline;
  readonly places: WordPlaces;
  readonly markup: WordMarkup;
  readonly #xml: string;
  readonly #used: ReadonlySet<number>;

  /** Throws `UnreadableFile` for what is no Word file. */
  constructor(bytes: Uint8Array) {
    const parts = new DocxParts(bytes);
    this.file = new WordPackage(parts);
    this.read = readMainPart(parts, this.file.main);
    this.#xml = parts.text(this.file.main) ?? '';
    this.outline = outlineOf(this.#xml);
    this.places = new WordPlaces(this.read, this.#xml, this.outline);
    const { root } = this.outline;
    this.markup = new WordMarkup(this.#xml.slice(root.start, root.end));
    this.#used = idsIn([this.#xml, this.#textOf('comments')]);
  }

  /** A draft in which nothing is written yet. */
  draft(by: WordAuthor): WordDraft {
    return new WordDraft(this.#xml, this.outline, this.markup, this.#used, by);
  }

  /**
   * Those changes which, made together, read as they should: accepted, as the text with their edits (or
   * as `wished`), and rejected, as it was. What does harm is found by halves.
   */
  sure<T extends WordChange>(changes: readonly T[], by: WordAuthor, wished?: string): T[] {
    let kept: readonly T[] = [];
    let refused = 0;
    const add = (more: readonly T[]): void => {
      if (more.length === 0 || refused > MAX_REFUSED) return;
      const all = [...kept, ...more];
      if (this.#holds(all, by, wished)) kept = all;
      else if (more.length === 1) refused++;
      else {
        const half = more.length >> 1;
        add(more.slice(0, half));
        add(more.slice(half));
      }
    };
    add(changes);
    return [...kept];
  }

  /** The bytes of the file with a draft in it, and the text that is then read from it. */
  written(draft: WordDraft, changes: readonly WordChange[], wished?: string) {
    const xml = draft.text();
    if (xml === this.#xml) return { bytes: this.file.bytes(), text: this.read.text };
    const text = this.#reading(xml);
    if (!this.#isText(text, changes, wished))
      throw new Error('the text of the copy is not the one that was wanted');
    this.file.write(this.file.main, xml);
    return { bytes: this.file.bytes(), text };
  }

  /** What the user should know before the copy is used. */
  warnings(): string[] {
    const { parts } = this.file;
    const isSigned = parts.names.some((name) => name.startsWith('_xmlsignatures/'));
    return [
      isSigned && '文件有数字签名，副本改动之后签名就失效了；原文件没有动。',
      this.#isProtected() && '文件设了“限制编辑”，副本里可能要先停止保护才能处理批注和修订。',
    ].filter((warning) => warning !== false);
  }

  #holds(changes: readonly WordChange[], by: WordAuthor, wished: string | undefined): boolean {
    const draft = this.draft(by);
    for (const change of changes) change.make(draft);
    const xml = draft.text();
    const rejected = this.#reading(xml, new Set(draft.changeIds));
    return rejected === this.read.text && this.#isText(this.#reading(xml), changes, wished);
  }

  #isText(text: string, changes: readonly WordChange[], wished: string | undefined): boolean {
    return (
      text === wished ||
      text ===
        applyEdits(
          this.read.text,
          changes.flatMap(({ edits }) => edits),
        )
    );
  }

  #reading(xml: string, rejected?: ReadonlySet<string>): string {
    const other = rejected ? { xml, rejected } : { xml };
    return readMainPart(this.file.parts, this.file.main, other).text;
  }

  #isProtected(): boolean {
    let isProtected = false;
    scanXml(this.#textOf('settings') || '<none/>', {
      open: (tag) => {
        if (tag.name !== 'w:documentProtection') return;
        isProtected = isOn(tag.get('w:enforcement') ?? '0');
      },
    });
    return isProtected;
  }

  #textOf(type: string): string {
    const name = this.file.related(type);
    return (name !== undefined && this.file.text(name)) || '';
  }
}
