// What a reader does not see of a page, or sees struck out or raised, by the attributes of the elements
// that are open and by the page's own style sheet.
import { OWN_PAGE } from './ownPage.js';
import type { StyleSheet } from './styleSheet.js';

/** What holds for the content of an element. */
export interface Seen {
  /** It has no place on the page: `display:none`. */
  readonly isGone: boolean;
  /** It has its place, and nothing to be seen there. */
  readonly isInvisible: boolean;
  /** Its words have no size; what is in it may have one again. */
  readonly isTiny: boolean;
  /** It is shown as deleted. */
  readonly isStruck: boolean;
}

/** The attributes that tell. */
export interface Looks {
  readonly style?: string;
  readonly hidden?: string;
  readonly class?: string;
  readonly id?: string;
  readonly href?: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An element, and where it begins and ends in the HTML. */
export interface PageElement extends Seen {
  readonly name: string;
  readonly parent: PageElement | undefined;
  readonly start: number;
  /** Where it goes on to, as far as is known. */
  end: number;
  /** The link that it is, or stands in; where it leads. */
  readonly link: PageElement | undefined;
  readonly href: string;
  /** What it is, or stands in, that is called a part of the site: `<nav>`, `class="share"`. */
  readonly frame: PageElement | undefined;
  /** The element written here that it is, or stands in: all in it is the report. */
  readonly own: PageElement | undefined;
  /** What it is, or stands in, that is raised, lowered, or a part of an equation: `<sup>`, `<mn>`. */
  readonly raised: PageElement | undefined;
}

const ALL_SEEN: Seen = { isGone: false, isInvisible: false, isTiny: false, isStruck: false };

const STRUCK = new Set(['del', 's', 'strike']);
/** How characters above are read, and the brackets around that. */
const READINGS = new Set(['rt', 'rtc', 'rp']);
const RAISED = new Set(['sup', 'sub', 'math', 'mn', 'mi', 'mo', 'mtext', 'ms']);
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Pages hide the whole of themselves until their script has run. */
const PAGE = new Set(['html', 'body']);

const ROW_GROUPS = ['thead', 'tbody', 'tfoot'];
/** In what each part of a table stands: whatever else is open in there ends before it. */
const PLACES = new Map<string, readonly string[]>([
  ['td', ['tr', ...ROW_GROUPS, 'table']],
  ['th', ['tr', ...ROW_GROUPS, 'table']],
  ['tr', [...ROW_GROUPS, 'table']],
  ...[...ROW_GROUPS, 'caption', 'colgroup'].map((name): [string, string[]] => [name, ['table']]),
]);
/** What ends where another of its kind starts. */
const ITEMS = new Map<string, readonly string[]>([
  ['li', ['li', 'p']],
  ['dt', ['dt', 'dd', 'p']],
  ['dd', ['dt', 'dd', 'p']],
  ['a', ['a']],
  ...['rb', ...READINGS].map((name): [string, string[]] => [name, ['rb', ...READINGS]]),
]);
const PARAGRAPH = ['p'];

/** The elements that are open, and what holds in the innermost. Each comes and goes once. */
export class OpenElements {
  readonly #open: PageElement[] = [];
  /** How far the HTML is read. */
  #at = 0;
  /** How many are open, by name: an end tag of none ends nothing. Of tables and their parts … */
  readonly #parts = new Map<string, number>();
  /** … and of others, cell by cell: none reaches out of its cell. */
  readonly #inCells: Map<string, number>[] = [new Map()];

  constructor(readonly sheet: StyleSheet) {}

  /** The innermost. */
  get innermost(): PageElement | undefined {
    return this.#open.at(-1);
  }

  /** What holds here. */
  get seen(): Seen {
    return this.#open.at(-1) ?? ALL_SEEN;
  }

  /** An element starts. The answer holds for itself. */
  start(name: string, looks: Looks, isBlock: boolean, at: number): Seen {
    this.#at = at;
    const hasPlace = !PLACES.has(name) || this.#countsOf('table').has('table');
    if (hasPlace) this.#makePlace(name, isBlock);
    const seen = seenOf(name, looks, this.seen, this.sheet);
    if (hasPlace && !VOID.has(name)) this.#push(elementOf(name, looks, this.innermost, seen, at));
    return seen;
  }

  /** An element ends, and all in it. The answer held for itself; where none is open, it holds here. */
  end(name: string, at: number): Seen {
    this.#at = at;
    if (!this.#countsOf(name).has(name)) return this.seen;
    let last = this.#pop();
    while (last && last.name !== name) last = this.#pop();
    return last ?? ALL_SEEN;
  }

  /** Ends what cannot be open where an element starts. */
  #makePlace(name: string, isBlock: boolean): void {
    const places = PLACES.get(name);
    const ended = ITEMS.get(name) ?? (isBlock ? PARAGRAPH : []);
    const isIn = (names: readonly string[]) => names.includes(this.#open.at(-1)?.name ?? '');
    if (places) while (!isIn(places)) this.#pop();
    else while (isIn(ended)) this.#pop();
  }

  #push(element: PageElement): void {
    this.#open.push(element);
    const counts = this.#countsOf(element.name);
    counts.set(element.name, (counts.get(element.name) ?? 0) + 1);
    if (isCell(element)) this.#inCells.push(new Map());
  }

  #pop(): PageElement | undefined {
    const element = this.#open.pop();
    if (!element) return undefined;
    element.end = this.#at;
    if (isCell(element)) this.#inCells.pop();
    const counts = this.#countsOf(element.name);
    const left = (counts.get(element.name) ?? 0) - 1;
    if (left > 0) counts.set(element.name, left);
    else counts.delete(element.name);
    return element;
  }

  #countsOf(name: string): Map<string, number> {
    return name === 'table' || PLACES.has(name)
      ? this.#parts
      : (this.#inCells.at(-1) as Map<string, number>);
  }
}

function isCell({ name }: PageElement): boolean {
  return name === 'td' || name === 'th';
}

/** Parts of a site, as those who build them call them. */
const FRAMES =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|share|bdshare\w{0,20}|toolbar|ads?|gg|advert\w{0,9}|banner|related|recommend|xgxx|pagination|footer|sidebar)(?:$|[\s_-])/i;

function elementOf(
  name: string,
  looks: Looks,
  parent: PageElement | undefined,
  seen: Seen,
  start: number,
): PageElement {
  const { isGone, isInvisible, isTiny, isStruck } = seen;
  const { href = '' } = looks;
  const { link, frame, raised, own } = parent ?? NO_ELEMENT;
  // field by field: a page has an element for each few letters, and copying with `...` takes ten times as long
  const element: Mutable<PageElement> = {
    isGone,
    isInvisible,
    isTiny,
    isStruck,
    name,
    parent,
    start,
    end: Infinity,
    link,
    href,
    frame,
    raised,
    own,
  };
  if (name === 'main' && looks.id === OWN_PAGE) element.own = element;
  if (isRaised(name, looks)) element.raised = element;
  if (name === 'a' && looks.href !== undefined) element.link = element;
  if (name === 'nav' || name === 'aside' || isCalledFrame(looks)) element.frame = element;
  return element;
}

function isRaised(name: string, { style }: Looks): boolean {
  if (RAISED.has(name)) return true;
  if (style === undefined) return false;
  const declared = declarations(style);
  const align = declared.get('vertical-align') ?? '';
  return align === 'super' || align === 'sub' || /[1-9]/.test(declared.get('mso-text-raise') ?? '');
}

const NO_ELEMENT: Partial<PageElement> = {};

function isCalledFrame(looks: Looks): boolean {
  const { class: names, id } = looks;
  if (names === undefined && id === undefined) return false;
  return FRAMES.test(`${names ?? ''} ${id ?? ''}`);
}

function seenOf(name: string, looks: Looks, around: Seen, sheet: StyleSheet): Seen {
  const { style, hidden } = looks;
  const declared = style === undefined ? NOTHING : declarations(style);
  const visibility = declared.get('visibility');
  const size = declared.get('font-size');
  const isHidden =
    hidden !== undefined ||
    (declared.get('display') ?? sheet.displayOf(looks)) === 'none' ||
    declared.get('mso-hide') === 'all' ||
    isOffScreen(declared);
  return {
    isGone: around.isGone || READINGS.has(name) || (isHidden && !PAGE.has(name)),
    isInvisible:
      isTransparent(declared) ||
      (visibility === undefined || PAGE.has(name)
        ? around.isInvisible
        : visibility === 'hidden' || visibility === 'collapse'),
    isTiny: size === undefined ? around.isTiny : NO_SIZE.test(size),
    isStruck:
      around.isStruck ||
      STRUCK.has(name) ||
      isLineThrough(declared.get('text-decoration')) ||
      isLineThrough(declared.get('text-decoration-line')),
  };
}

/** No letter of it shows: transparent, or moved out of its box as old pages put pictures in place of words. */
function isTransparent(declared: ReadonlyMap<string, string>): boolean {
  return (
    NOT_THERE.test(declared.get('opacity') ?? '') || FAR.test(declared.get('text-indent') ?? '')
  );
}

/** Text for screen readers alone, which pages keep outside of the screen. */
function isOffScreen(declared: ReadonlyMap<string, string>): boolean {
  const position = declared.get('position');
  if (position !== 'absolute' && position !== 'fixed') return false;
  return SIDES.some((side) => FAR.test(declared.get(side) ?? ''));
}

const SIDES = ['left', 'top', 'right', 'bottom'] as const;
const FAR = /^-\d{3,}(?:\.\d+)?(?:px|em|rem|pt)$/;
const NOT_THERE = /^0(?:\.0+)?%?$/;
const NO_SIZE = /^0(?:\.0+)?(?:[a-z]{1,4}|%)?$/;

const NOTHING: ReadonlyMap<string, string> = new Map();

/** What a `style` attribute says; of two that say it the last. */
export function declarations(style: string): ReadonlyMap<string, string> {
  return new Map(
    style.split(';').map((declaration): [string, string] => {
      const colon = declaration.indexOf(':');
      const value = declaration.slice(colon + 1).toLowerCase();
      return [
        declaration.slice(0, Math.max(0, colon)).trim().toLowerCase(),
        (value.split('!')[0] as string).trim(),
      ];
    }),
  );
}

function isLineThrough(value = ''): boolean {
  return value.split(' ').includes('line-through');
}
