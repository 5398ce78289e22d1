// A property: what must hold of any input. Tests run each a few times, `npm run fuzz` for long.
import fc from 'fast-check';

export interface Property {
  readonly name: string;
  /** Tries inputs; throws at the first that fails, shrunk, with the seed that repeats it. */
  run(parameters: Tries): Promise<void>;
}

export interface Tries {
  readonly numRuns: number;
  readonly seed?: number;
  /** Told of each input tried. */
  readonly onInput?: () => void;
}

/** Names a property; `check` throws where an input does not have it. */
export function property<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void | Promise<void>,
): Property {
  return {
    name,
    run: ({ onInput, ...parameters }) =>
      fc.assert(
        fc.asyncProperty(inputs, async (input) => {
          onInput?.();
          await check(input);
        }),
        parameters,
      ),
  };
}
