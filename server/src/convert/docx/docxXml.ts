// A scanner of the XML in Word files: tags and text with their offsets, in one pass, nothing built. Names
// come under fixed prefixes (`w:p`), whatever the file calls them; of alternatives the first is told.
import { UnreadableFile } from '../office.js';
import { DAMAGED, HAS_DOCTYPE, TOO_DEEP, TOO_MUCH } from './notDocx.js';

/** More than any report has; a file made to exhaust time or memory would go on. */
const MAX_DEPTH = 256;
const MAX_TAGS = 2_000_000;
const MAX_PREFIXES = 256;

const OFFICE = 'http://schemas.openxmlformats.org/';
/** The same in files that keep to the standard strictly. */
const STRICT = 'http://purl.oclc.org/ooxml/';

const PREFIXES = new Map([
  [`${OFFICE}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OFFICE}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OFFICE}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OFFICE}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OFFICE}drawingml/2006/picture`, 'pic'],
  [`${STRICT}drawingml/picture`, 'pic'],
  [`${OFFICE}drawingml/2006/chart`, 'c'],
  [`${STRICT}drawingml/chart`, 'c'],
  [`${OFFICE}drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}drawingml/diagram`, 'dgm'],
  [`${OFFICE}markup-compatibility/2006`, 'mc'],
  [`${OFFICE}package/2006/relationships`, 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** A namespace that means nothing here. */
const OTHER = '?';

/** What is told of a text: elements in document order, each opened and closed. */
export interface XmlVisitor {
  /** An element starts; `false` if nothing inside it is to be told, nor its end. */
  open(tag: XmlTag, parents: readonly string[]): unknown;
  /** An element ends; its end tag stands at `start`–`end`, that of an empty one at its end. */
  close?(name: string, start: number, end: number): void;
  /** Characters as they are written; entities are kept as such unless it is CDATA. */
  text?(start: number, end: number, isCdata: boolean): void;
}

/** A start tag. */
export class XmlTag {
  constructor(
    readonly name: string,
    readonly start: number,
    readonly end: number,
    private readonly xml: string,
    private readonly prefixes: Prefixes,
  ) {}

  /** Whether it is its own end: `<w:p/>`. */
  get isEmpty(): boolean {
    return this.xml.charCodeAt(this.end - 2) === SLASH;
  }

  /** The value of an attribute by its fixed name: `w:val`. */
  get(wanted: string): string | undefined {
    for (const [raw, value] of attributesOf(this.xml.slice(this.start, this.end)))
      if (raw === wanted || (raw.includes(':') && named(raw, this.prefixes) === wanted))
        return decodedText(value);
    return undefined;
  }
}

type Prefixes = ReadonlyMap<string, string>;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const BANG = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Tells a text to a visitor; throws `UnreadableFile` where it is no XML or holds a DOCTYPE. */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  new Scanner(xml, visitor).run();
}

class Scanner {
  readonly #names: string[] = [];
  readonly #raw: string[] = [];
  readonly #scopes: Prefixes[] = [new Map([['xml', 'xml']])];
  /** Raw names under their fixed ones, as long as no namespace is declared anew. */
  #known = new Map<string, string>();
  /** Of each open set of alternatives, whether one has been told. */
  readonly #told: boolean[] = [];
  /** Depth of the element of which nothing is told. */
  #silent = Infinity;
  #tags = 0;

  constructor(
    readonly xml: string,
    readonly visitor: XmlVisitor,
  ) {}

  run(): void {
    const { xml } = this;
    let done = 0;
    let hasRoot = false;
    for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', done)) {
      if (at > done && this.#raw.length > 0) this.#text(done, at, false);
      const next = xml.charCodeAt(at + 1);
      if (next === SLASH) done = this.#close(at);
      else if (next === QUESTION) done = this.#after('?>', at);
      else if (next === BANG) done = this.#declaration(at);
      else {
        hasRoot = true;
        done = this.#open(at);
      }
    }
    if (!hasRoot || this.#raw.length > 0) throw new UnreadableFile(DAMAGED);
  }

  #open(start: number): number {
    const { xml } = this;
    const end = tagEnd(xml, start);
    const isEmpty = xml.charCodeAt(end - 2) === SLASH;
    const raw = nameIn(xml, start + 1, end - (isEmpty ? 2 : 1));
    const depth = this.#raw.length;
    if (raw === '') throw new UnreadableFile(DAMAGED);
    if (depth >= MAX_DEPTH) throw new UnreadableFile(TOO_DEEP);
    if (++this.#tags > MAX_TAGS) throw new UnreadableFile(TOO_MUCH);
    const around = this.#scopes.at(-1) as Prefixes;
    const prefixes = this.#prefixesIn(start, end, around);
    if (prefixes !== around) this.#known = new Map();
    const name = this.#named(raw, prefixes);
    if (depth < this.#silent && !this.#isTold(name, start, end, prefixes)) this.#silent = depth;
    this.#raw.push(raw);
    this.#names.push(name);
    this.#scopes.push(prefixes);
    if (isEmpty) this.#end(end, end);
    return end;
  }

  #isTold(name: string, start: number, end: number, prefixes: Prefixes): boolean {
    if (name === 'mc:AlternateContent') this.#told.push(false);
    else if (name === 'mc:Choice' || name === 'mc:Fallback') {
      if (this.#told.at(-1)) return false;
      if (this.#told.length > 0) this.#told[this.#told.length - 1] = true;
    }
    const tag = new XmlTag(name, start, end, this.xml, prefixes);
    return this.visitor.open(tag, this.#names) !== false;
  }

  #close(start: number): number {
    const end = this.xml.indexOf('>', start) + 1;
    const raw = this.#raw.at(-1);
    if (end === 0 || this.xml.slice(start + 2, end - 1).trimEnd() !== raw)
      throw new UnreadableFile(DAMAGED);
    this.#end(start, end);
    return end;
  }

  #end(start: number, end: number): void {
    this.#raw.pop();
    const name = this.#names.pop() as string;
    const prefixes = this.#scopes.pop();
    if (prefixes !== this.#scopes.at(-1)) this.#known = new Map();
    const depth = this.#raw.length;
    if (name === 'mc:AlternateContent' && depth <= this.#silent) this.#told.pop();
    if (depth < this.#silent) this.visitor.close?.(name, start, end);
    else if (depth === this.#silent) this.#silent = Infinity;
  }

  #declaration(at: number): number {
    if (this.xml.startsWith('<!--', at)) return this.#after('-->', at + 4);
    if (!this.xml.startsWith('<![CDATA[', at) || this.#raw.length === 0)
      throw new UnreadableFile(this.xml.startsWith('<!DOCTYPE', at) ? HAS_DOCTYPE : DAMAGED);
    const end = this.#after(']]>', at);
    this.#text(at + 9, end - 3, true);
    return end;
  }

  #text(start: number, end: number, isCdata: boolean): void {
    if (this.#raw.length <= this.#silent) this.visitor.text?.(start, end, isCdata);
  }

  #after(mark: string, at: number): number {
    const found = this.xml.indexOf(mark, at);
    if (found < 0) throw new UnreadableFile(DAMAGED);
    return found + mark.length;
  }

  /** The namespaces that hold in an element: those around it, unless it declares some. */
  #prefixesIn(start: number, end: number, around: Prefixes): Prefixes {
    const tag = this.xml.slice(start, end);
    if (!tag.includes('xmlns')) return around;
    const prefixes = new Map(around);
    for (const [raw, value] of attributesOf(tag))
      if (raw === 'xmlns') prefixes.set('', PREFIXES.get(value) ?? OTHER);
      else if (raw.startsWith('xmlns:'))
        prefixes.set(raw.slice('xmlns:'.length), PREFIXES.get(value) ?? OTHER);
    if (prefixes.size > MAX_PREFIXES) throw new UnreadableFile(TOO_MUCH);
    return prefixes;
  }

  #named(raw: string, prefixes: Prefixes): string {
    const known = this.#known.get(raw);
    if (known !== undefined) return known;
    const name = named(raw, prefixes);
    this.#known.set(raw, name);
    return name;
  }
}

function named(raw: string, prefixes: Prefixes): string {
  const colon = raw.indexOf(':');
  const prefix = prefixes.get(raw.slice(0, Math.max(0, colon))) ?? OTHER;
  return `${prefix}:${raw.slice(colon + 1)}`;
}

/** Where a tag ends; `>` may stand in its values. */
function tagEnd(xml: string, start: number): number {
  for (let i = start + 1; i < xml.length; i++) {
    const code = xml.charCodeAt(i);
    if (code === GREATER) return i + 1;
    if (code === LESS) break;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    i = xml.indexOf(code === QUOTE ? '"' : "'", i + 1);
    if (i < 0) break;
  }
  throw new UnreadableFile(DAMAGED);
}

function nameIn(xml: string, start: number, end: number): string {
  let i = start;
  while (i < end && !isXmlSpace(xml.charCodeAt(i))) i++;
  return xml.slice(start, i);
}

/** White space to XML. */
export function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Names and values of a tag, as written. */
function* attributesOf(tag: string): Generator<readonly [string, string]> {
  for (const [, name = '', inDouble, inSingle = ''] of tag.matchAll(
    /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    yield [name, inDouble ?? inSingle];
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** An entity: `&amp;`, `&#8220;`, `&#x4e00;`. */
const ENTITY = /&(#[0-9]{1,8}|#x[0-9a-f]{1,8}|[a-z]{1,8});/gi;

/** What an entity stands for; itself, if it is none of XML's own. */
export function entityText(entity: string): string {
  if (entity[1] !== '#') return NAMED[entity.slice(1, -1)] ?? entity;
  const digits = entity.slice(2, -1);
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function decodedText(value: string): string {
  return value.includes('&') ? value.replace(ENTITY, entityText) : value;
}
