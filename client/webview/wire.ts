// What the form's page and the extension say to each other.
import { type FromPage, type ToPage, type TypedMessage, toPage } from '../src/form/formMessages.js';
import { wireOf } from './vscodeApi.js';

export const { post, listen } = wireOf<FromPage, ToPage>(toPage);

let isTyping = false;

/** Tells what is being typed: if the page is closed now, it goes into the text all the same. */
export function typing(act: TypedMessage | null): void {
  if (act || isTyping) post({ type: 'typing', act });
  isTyping = act !== null;
}
