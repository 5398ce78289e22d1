// A picture that a page gives to the extension, to be written where the user wants it.
import { fieldsOf } from './messageFields.js';

export interface PictureMessage {
  readonly type: 'save';
  /** What the file may be called, without its ending. */
  readonly name: string;
  readonly kind: 'svg' | 'png';
  readonly base64: string;
}

/** Pictures are no larger. */
const LONGEST_PICTURE = 20_000_000;
/** Nor are names. */
const LONGEST_NAME = 500;

/** The message, if it is one. */
export function pictureIn(value: unknown): PictureMessage | null {
  const { name, kind, base64 } = fieldsOf(value);
  if (typeof name !== 'string' || name.length > LONGEST_NAME) return null;
  if (kind !== 'svg' && kind !== 'png') return null;
  return isPicture(base64) ? { type: 'save', name, kind, base64 } : null;
}

function isPicture(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_PICTURE && !/[^\w+/=]/.test(value);
}
