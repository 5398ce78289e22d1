// One passage of a text for another, in tests: to break a sound text, or to say what a fixed one is.

/** The text with one passage replaced; the passage must be there. */
export function swap(text: string, passage: string, by: string): string {
  if (!text.includes(passage)) throw new Error(`not in the text: ${passage}`);
  return text.replace(passage, () => by);
}
