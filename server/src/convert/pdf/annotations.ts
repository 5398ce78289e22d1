// What is put on a page: fields that were filled in are words of the report, comments are none.
import type { DrawnGlyph } from './glyphs.js';
import { type Matrix, moved, type OperatorNames, type Operators } from './operators.js';

/** What pdf.js tells of something that is put on a page. */
export interface Annotation {
  readonly id?: string;
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly hidden?: boolean;
  readonly hasAppearance?: boolean;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: string };
}

/** Kinds that are pieces of the page, not words about it. */
const OF_THE_PAGE = new Set(['Widget', 'Link', 'Popup', 'Stamp', 'Watermark']);
/** In heights of a field: how large its words are, and how far up they stand. */
const SIZE = 0.7;
const BASE = 0.25;
const LARGEST = 12;

/** How many comments there are. */
export function commentsIn(annotations: readonly Annotation[]): number {
  return annotations.filter((one) => isComment(one) && one.contentsObj?.str?.trim()).length;
}

function isComment({ subtype = '' }: Annotation): boolean {
  return !OF_THE_PAGE.has(subtype);
}

/** What a page draws without what comments look like. */
export function withoutComments(
  { fnArray, argsArray }: Operators,
  names: OperatorNames,
  annotations: readonly Annotation[],
): Operators {
  const comments = new Set(annotations.filter(isComment).map(({ id }) => id));
  const kept = { fnArray: [] as number[], argsArray: [] as unknown[] };
  let isIn = false;
  fnArray.forEach((operator, i) => {
    const args = argsArray[i];
    if (operator === names.beginAnnotation) isIn = comments.has((args as [string])[0]);
    if (!isIn) {
      kept.fnArray.push(operator);
      kept.argsArray.push(args);
    }
    if (operator === names.endAnnotation) isIn = false;
  });
  return kept;
}

/** The words in fields that nothing else draws. */
export function filledIn(annotations: readonly Annotation[], toPage: Matrix): DrawnGlyph[] {
  return annotations.flatMap((one) => {
    const { subtype, fieldType, fieldValue, rect, hidden, hasAppearance } = one;
    if (subtype !== 'Widget' || fieldType !== 'Tx' || hidden || hasAppearance) return [];
    if (typeof fieldValue !== 'string' || fieldValue.trim() === '' || !rect) return [];
    const [left, bottom, right, top] = rect as [number, number, number, number];
    const size = Math.min(LARGEST, SIZE * (top - bottom));
    const text = fieldValue.replace(/\s+/g, ' ').trim();
    const end = Math.min(right, left + size * text.length);
    const y = bottom + BASE * (top - bottom);
    const [start, after] = [moved(toPage, [left, y]), moved(toPage, [end, y])];
    return [{ text, start, end: after, size, font: '', vertical: false, isInvisible: false }];
  });
}
