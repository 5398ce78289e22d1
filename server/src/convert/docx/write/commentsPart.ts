// The comments of a Word file: those that are there, and more of them.
import { charactersOf } from '../docxCharacters.js';
import { scanXml } from '../docxXml.js';
import type { WordAuthor } from './wordDraft.js';
import { isWritable, WordMarkup } from './wordMarkup.js';
import { appended, rootTagOf, type WordPackage } from './wordPackage.js';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A comment that is there. */
export interface WordComment {
  readonly id: string;
  readonly author: string;
  /** A line a paragraph. */
  readonly text: string;
}

/** The part of a file that holds its comments, if there is one. */
export class CommentsPart {
  readonly #name: string | undefined;
  readonly xml: string;
  #added = '';
  readonly #markup: WordMarkup;

  constructor(
    readonly file: WordPackage,
    main: WordMarkup,
  ) {
    this.#name = file.related('comments');
    const empty = `${DECLARATION}<w:comments xmlns:w="${main.namespace}"/>`;
    this.xml = (this.#name !== undefined && file.text(this.#name)) || empty;
    this.#markup = new WordMarkup(rootTagOf(this.xml));
  }

  /** Adds a comment. */
  add(id: string, text: string, { author, date }: WordAuthor): void {
    const markup = this.#markup;
    const reference = markup.element('r', {}, markup.element('annotationRef'));
    const paragraphs = text.split('\n').map((line, i) => {
      const words = line === '' ? '' : markup.run(line, lookOf(markup));
      return markup.element('p', {}, placeOf(markup) + (i === 0 ? reference : '') + words);
    });
    const values = { id, author, ...(date !== undefined && { date }), initials: author };
    this.#added += markup.element('comment', values, paragraphs.join(''));
  }

  /** Writes the part, if any was added. */
  finish(): void {
    if (this.#added === '') return;
    const { relations } = this.#markup;
    const xml = appended(this.xml, this.#added);
    if (this.#name === undefined)
      this.file.add('comments', `${relations}/comments`, CONTENT_TYPE, xml);
    else {
      this.file.write(this.#name, xml);
      this.file.declare(this.#name, CONTENT_TYPE);
    }
  }
}

/** Comments in their order. */
export function commentsIn(xml: string): WordComment[] {
  const comments: { id: string; author: string; text: string }[] = [];
  let isText = false;
  let paragraphs = 0;
  scanXml(xml, {
    open(tag) {
      const comment = comments.at(-1);
      if (tag.name === 'w:comment') {
        comments.push({ id: tag.get('w:id') ?? '', author: tag.get('w:author') ?? '', text: '' });
        paragraphs = 0;
      } else if (tag.name === 'w:p' && comment && paragraphs++ > 0) comment.text += '\n';
      isText = tag.name === 'w:t';
    },
    close() {
      isText = false;
    },
    text(start, end, isCdata) {
      const comment = comments.at(-1);
      if (!isText || !comment) return;
      const reading = { isCdata, keepsSpace: true, font: '' };
      for (const { text } of charactersOf(xml, { start, end }, reading)) comment.text += text;
    },
  });
  return comments;
}

/** The text of a comment as it can be written and is read again. */
export function commentText(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00ad\uf000-\uf0ff]/g, ' ');
  return isWritable(text) ? text : Array.from(text).filter(isWritable).join('');
}

/** As a comment looks, whatever the text of the file looks like. */
function placeOf(markup: WordMarkup): string {
  const spacing = markup.element('spacing', { before: 0, after: 0, line: 240, lineRule: 'auto' });
  const indent = markup.element('ind', { left: 0, firstLine: 0, firstLineChars: 0 });
  return markup.element('pPr', {}, spacing + indent + markup.element('jc', { val: 'left' }));
}

function lookOf(markup: WordMarkup): string {
  return markup.element('rPr', {}, markup.element('sz', { val: 18 }));
}
