// The words for the server, from wherever it runs.
import type { Lexicon } from '../../service/index.js';
import type { Platform } from '../platform.js';
import type { InitializationOptions } from '../protocol.js';

/** The lexicon, read on first use; where it takes its time, all is checked again once it is there. */
export function lexiconFrom(
  platform: Platform,
  { lexicon: url }: InitializationOptions,
  arrived: () => void,
): () => Lexicon | null {
  let lexicon: Lexicon | null = null;
  let asked = false;
  return () => {
    if (asked) return lexicon;
    asked = true;
    try {
      const answer = platform.lexicon?.(url) ?? null;
      if (!(answer instanceof Promise)) lexicon = answer;
      else
        answer.then(
          (words) => {
            lexicon = words;
            arrived();
          },
          () => {},
        );
    } catch {
      // without its words the rule that needs them is silent; the others work
    }
    return lexicon;
  };
}
