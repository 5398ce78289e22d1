// Elements of Word as a file would write them itself: under its own prefix for them, or with the namespace
// declared on the spot where it has none.
import type { Span } from '../../../text/span.js';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const WORDS: Readonly<Record<string, string>> = {
  [`${TRANSITIONAL}wordprocessingml/2006/main`]: `${TRANSITIONAL}officeDocument/2006/relationships`,
  [`${STRICT}wordprocessingml/main`]: `${STRICT}officeDocument/relationships`,
};

/** Values of attributes. */
export type MarkupValues = Readonly<Record<string, string | number>>;

/** Writes elements for a part of a file. */
export class WordMarkup {
  readonly #prefix: string;
  readonly #declared: string;
  /** The namespace of the elements. */
  readonly namespace: string;
  /** What the names of relations begin with. */
  readonly relations: string;

  /** For the part whose root starts with this tag. */
  constructor(root: string) {
    let prefix: string | undefined;
    let namespace = Object.keys(WORDS)[0] as string;
    for (const [, name = '', inDouble, inSingle] of root.matchAll(
      /\sxmlns(?::([^\s=<>"'/]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      const value = inDouble ?? inSingle ?? '';
      if (!(value in WORDS)) continue;
      namespace = value;
      // attributes need one
      if (name !== '') prefix = name;
    }
    this.namespace = namespace;
    this.relations = WORDS[namespace] as string;
    this.#prefix = prefix ?? 'w';
    this.#declared = prefix === undefined ? ` xmlns:w="${namespace}"` : '';
  }

  /** An element; without content, one that is its own end. */
  element(name: string, values: MarkupValues = {}, content = ''): string {
    const start = this.start(name, values);
    return content === ''
      ? `${start.slice(0, -1)}/>`
      : `${start}${content}</${this.#prefix}:${name}>`;
  }

  /** A start tag. */
  start(name: string, values: MarkupValues = {}): string {
    let attributes = this.#declared;
    for (const [key, value] of Object.entries(values))
      attributes += ` ${key.includes(':') ? key : `${this.#prefix}:${key}`}="${xmlValue(value)}"`;
    return `<${this.#prefix}:${name}${attributes}>`;
  }

  /** A run of text, tabs as Word has them; `look` is the XML of its properties. */
  run(text: string, look = ''): string {
    const parts = text.split('\t').map((words) => words && this.text('t', xmlText(words)));
    return this.element('r', {}, look + parts.join(this.element('tab')));
  }

  /** Text, whose characters are XML already. */
  text(name: 't' | 'delText', characters: string): string {
    return this.element(name, { 'xml:space': 'preserve' }, characters);
  }
}

/** Text as XML; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

function xmlValue(value: string | number): string {
  return xmlText(String(value))
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, ' ');
}

/** Control characters, halves of characters, and what is none. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether a text would come back from XML as it is. */
export function isWritable(text: string): boolean {
  return text.search(UNWRITABLE) < 0;
}

/** A piece of XML without a piece of it. */
export function withoutSpan(xml: string, whole: Span, gone: Span | undefined): string {
  if (!gone) return xml.slice(whole.start, whole.end);
  return xml.slice(whole.start, gone.start) + xml.slice(gone.end, whole.end);
}
