// What the form's page and its host say to each other. Each looks at what it gets: whatever is no such
// message is null.
import type {
  CellFill,
  ChartsView,
  FormTableKey,
  FormView,
  RelationsView,
} from '../../../server/src/lsp/protocol.js';
import { fieldsOf, isCount } from '../messageFields.js';
import { type PictureMessage, pictureIn } from '../pictureMessage.js';

/** The pages of the panel. */
export const FORM_PAGES = ['form', 'relations', 'charts'] as const;
export type FormPageName = (typeof FORM_PAGES)[number];

/** Host to page. */
export type ToPage =
  /** The report as it is now. */
  | { readonly type: 'view'; readonly view: FormView }
  /** What the page that is turned to shows; null where there is no report. */
  | { readonly type: 'relations'; readonly view: RelationsView | null }
  | { readonly type: 'charts'; readonly view: ChartsView | null }
  /** This page is wanted. */
  | { readonly type: 'turn'; readonly page: FormPageName }
  /** Where the cursor is in the text. */
  | { readonly type: 'cursor'; readonly offset: number }
  /** What the editor shows first. */
  | { readonly type: 'reveal'; readonly offset: number }
  /** A figure is in the text, which has this version now; or why it is not. */
  | { readonly type: 'filled'; readonly number: number; readonly version: number }
  | { readonly type: 'refused'; readonly number: number; readonly reason: string }
  /** Something to be said. */
  | { readonly type: 'say'; readonly text: string };

/** Page to host. */
export type FromPage =
  /** It listens. */
  | { readonly type: 'ready' }
  | FillMessage
  | WriteMessage
  /** What is being typed and not left yet, or that nothing is: it is not lost when the page is. */
  | { readonly type: 'typing'; readonly act: TypedMessage | null }
  /** Something was pasted over a place. */
  | PasteMessage
  /** A place was chosen; `focus` gives the keyboard to the editor. */
  | { readonly type: 'goTo'; readonly start: number; readonly end: number; readonly focus: boolean }
  /** A place in another file was chosen: one of those that the view names. */
  | {
      readonly type: 'goToFile';
      readonly uri: string;
      readonly start: number;
      readonly end: number;
    }
  /** A picture is to be kept. */
  | PictureMessage
  /** A page was turned to. */
  | { readonly type: 'turn'; readonly page: FormPageName }
  | FixMessage
  /** A command on all tables was chosen. */
  | { readonly type: 'run'; readonly command: TableCommandName }
  /** What the page shows first, after the user has moved it. */
  | { readonly type: 'scrolled'; readonly offset: number };

/** Commands of the page's buttons, as in `nianbao.fillBlanks`. */
export type TableCommandName = 'fillBlanks' | 'recomputeTotals' | 'fromLastYear';

/** A figure was typed; the number is for the answer. */
export interface FillMessage {
  readonly type: 'fill';
  readonly number: number;
  readonly fill: CellFill;
}

/** A paragraph was written anew. */
export interface WriteMessage {
  readonly type: 'write';
  /** The place, of that version, and what stood there. */
  readonly start: number;
  readonly end: number;
  readonly version: number;
  readonly before: string;
  /** On one line. */
  readonly text: string;
}

export type TypedMessage = FillMessage | WriteMessage;

/** The first fix of a finding was chosen. */
export interface FixMessage {
  readonly type: 'fix';
  /** The place of the finding, in that version. */
  readonly start: number;
  readonly end: number;
  readonly version: number;
  /** What the finding and the fix say. */
  readonly message: string;
  readonly title: string;
}

export interface PasteMessage {
  readonly type: 'paste';
  /** The cell from which on it goes. */
  readonly cell: Omit<CellFill, 'text'>;
  readonly text: string;
  readonly html: string;
}

/** Texts longer than this are none of a table. */
const LONGEST = 2_000_000;
const COMMANDS: ReadonlySet<unknown> = new Set<TableCommandName>([
  'fillBlanks',
  'recomputeTotals',
  'fromLastYear',
]);
const TABLES: ReadonlySet<unknown> = new Set<FormTableKey>(['disclosure', 'requests', 'review']);

export function fromPage(value: unknown): FromPage | null {
  const fields = fieldsOf(value);
  switch (fields.type) {
    case 'ready':
      return { type: 'ready' };
    case 'fill': {
      const cell = cellIn(fields.fill);
      const { text } = fieldsOf(fields.fill);
      if (!isCount(fields.number) || !cell || !isText(text)) return null;
      return { type: 'fill', number: fields.number, fill: { ...cell, text } };
    }
    case 'write': {
      const { start, end, version, before, text } = fields;
      if (!isCount(start) || !isCount(end) || end < start || !isCount(version)) return null;
      if (!isText(before) || !isText(text) || /[\r\n]/.test(text)) return null;
      return { type: 'write', start, end, version, before, text };
    }
    case 'typing': {
      if (fields.act === null) return { type: 'typing', act: null };
      const act = fromPage(fields.act);
      return act?.type === 'fill' || act?.type === 'write' ? { type: 'typing', act } : null;
    }
    case 'paste': {
      const cell = cellIn(fields.cell);
      const { text, html } = fields;
      return cell && isText(text) && isText(html) ? { type: 'paste', cell, text, html } : null;
    }
    case 'goTo': {
      const { start, end, focus } = fields;
      if (!isCount(start) || !isCount(end) || end < start) return null;
      return { type: 'goTo', start, end, focus: focus === true };
    }
    case 'goToFile': {
      const { uri, start, end } = fields;
      if (!isText(uri) || !isCount(start) || !isCount(end) || end < start) return null;
      return { type: 'goToFile', uri, start, end };
    }
    case 'save':
      return pictureIn(value);
    case 'turn':
      return isPageName(fields.page) ? { type: 'turn', page: fields.page } : null;
    case 'fix': {
      const { start, end, version, message, title } = fields;
      if (!isCount(start) || !isCount(end) || end < start || !isCount(version)) return null;
      if (!isText(message) || !isText(title)) return null;
      return { type: 'fix', start, end, version, message, title };
    }
    case 'run':
      return COMMANDS.has(fields.command)
        ? { type: 'run', command: fields.command as TableCommandName }
        : null;
    case 'scrolled':
      return isCount(fields.offset) ? { type: 'scrolled', offset: fields.offset } : null;
    default:
      return null;
  }
}

export function toPage(value: unknown): ToPage | null {
  const fields = fieldsOf(value);
  switch (fields.type) {
    case 'view':
      return isView(fields.view) ? { type: 'view', view: fields.view } : null;
    case 'relations':
      return isOptional(fields.view, 'groups')
        ? { type: 'relations', view: fields.view as RelationsView | null }
        : null;
    case 'charts':
      return isOptional(fields.view, 'charts')
        ? { type: 'charts', view: fields.view as ChartsView | null }
        : null;
    case 'turn':
      return isPageName(fields.page) ? { type: 'turn', page: fields.page } : null;
    case 'cursor':
    case 'reveal':
      return isCount(fields.offset) ? { type: fields.type, offset: fields.offset } : null;
    case 'filled': {
      const { number, version } = fields;
      return isCount(number) && isCount(version) ? { type: 'filled', number, version } : null;
    }
    case 'refused': {
      const { number, reason } = fields;
      return isCount(number) && isText(reason) ? { type: 'refused', number, reason } : null;
    }
    case 'say':
      return isText(fields.text) ? { type: 'say', text: fields.text } : null;
    default:
      return null;
  }
}

/** By its outline: what is in the blocks is made by the server that is part of the extension. */
function isView(value: unknown): value is FormView {
  const { version, recognized, blocks, findings } = fieldsOf(value);
  return (
    isCount(version) &&
    typeof recognized === 'boolean' &&
    Array.isArray(blocks) &&
    Array.isArray(findings)
  );
}

function cellIn(value: unknown): PasteMessage['cell'] | null {
  const { table, row, column } = fieldsOf(value);
  if (!TABLES.has(table) || !isText(row) || !isText(column)) return null;
  return { table: table as FormTableKey, row, column };
}

function isOptional(view: unknown, list: string): boolean {
  return view === null || (isCount(fieldsOf(view).version) && Array.isArray(fieldsOf(view)[list]));
}

function isPageName(value: unknown): value is FormPageName {
  return FORM_PAGES.includes(value as FormPageName);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}
