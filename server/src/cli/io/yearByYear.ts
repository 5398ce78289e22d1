// Inputs in the order in which least has to be read twice, and their answers in the inputs' own order again.
import type { PreviousIndex } from '../../service/index.js';
import type { InputFile } from './inputs.js';

/** So many inputs change places among each other: their answers are held until those before them are there. */
const MOST_HELD = 4096;

/**
 * The places of the inputs, organ by organ and year by year: a report comes right behind the one of last
 * year, which is still there then.
 */
export function yearByYear(
  inputs: readonly InputFile[],
  index: PreviousIndex,
  mostHeld = MOST_HELD,
): number[] {
  const names = new Map<string, string>();
  for (const [path, { organ, year }] of index.entries()) names.set(path, `${organ} ${year}`);
  const nameOf = (place: number) => names.get(inputs[place]?.path ?? '') ?? '';
  const order: number[] = [];
  for (let from = 0; from < inputs.length; from += mostHeld) {
    const length = Math.min(mostHeld, inputs.length - from);
    const places = Array.from({ length }, (_, i) => from + i);
    places.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a - b));
    for (const place of places) order.push(place);
  }
  return order;
}

/** Answers that come in that order, in the order of the inputs, each as soon as all before it are there. */
export async function* inPlace<T>(
  answers: AsyncIterable<T>,
  order: readonly number[],
): AsyncGenerator<T> {
  const held = new Map<number, T>();
  let come = 0;
  let next = 0;
  for await (const answer of answers) {
    held.set(order[come++] as number, answer);
    for (let first = held.get(next); first !== undefined; first = held.get(next)) {
      held.delete(next++);
      yield first;
    }
  }
}
