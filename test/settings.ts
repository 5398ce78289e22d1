// Settings files as nobody should write them, for the command line and the server alike: each with a
// word of what is to be said of it.

const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + close.repeat(depth);

/** Of no use: they are told, and what holds is what holds without them. */
export const USELESS: readonly (readonly [what: string, text: string, word: string])[] = [
  ['6,300 lists in one another', nested(6300, '[', ']'), '太深'],
  ['6,300 objects in one another', nested(6300, '{"rules":', '}').replace(':}', ':{}}'), '太深'],
  ['a rule 6,300 deep', `{"rules":{"row-total":${nested(6300, '[', ']')}}}`, '太深'],
  ['100,000 brackets', '['.repeat(100_000), '太深'],
  ['more than a megabyte', `{"words":["${'词'.repeat(1_100_000)}"]}`, '太大'],
  ['more than two megabytes', `{}${' '.repeat(3_000_000)}`, '太大'],
  ['a prototype of levels', '{"rules":{"__proto__":{"row-total":"loud"}}}', '__proto__'],
  ['a prototype of another type', '{"rules":{"__proto__":5}}', '__proto__'],
  ['a constructor', '{"rules":{"constructor":{"prototype":"off"}}}', 'constructor'],
  ['a long level', `{"rules":{"row-total":"${'x'.repeat(50_000)}"}}`, '…'],
  ...[null, 5, 'x', true, [], [[]]].map(
    (value) => ['another type', JSON.stringify(value), '对象'] as const,
  ),
  ...['rules', 'words', 'ignore'].flatMap((name) =>
    [null, 5, 'x', true, [[]], [null], [{}], { x: null }].map(
      (value) => [`another type of ${name}`, JSON.stringify({ [name]: value }), name] as const,
    ),
  ),
  ['a level of another type', '{"rules":{"row-total":{"off":true}}}', 'row-total'],
  ['control codes', '{"rules":{"\\u001b[2J":"\\u001b[31m"}}', '应当是'],
  ['binary', '{}\u0001\u0002\ufffe', 'JSON'],
];

/** Of use as far as they make sense: what they name that there is not is told, or is no matter. */
export const HARMLESS: readonly (readonly [what: string, text: string])[] = [
  ['a prototype', '{"__proto__":{"rules":{"row-total":"off"}}}'],
  ['an off prototype', '{"rules":{"__proto__":"off","constructor":"off","toString":"off"}}'],
  ['ten thousand rules', JSON.stringify({ rules: Object.fromEntries(manyRules()) })],
  ['files of such names', '{"ignore":[{"rule":"row-total","file":"__proto__"}]}'],
  ['words of such names', '{"words":["__proto__","constructor","","行政"]}'],
];

function manyRules(): [string, string][] {
  return Array.from({ length: 10_000 }, (_, i) => [`no-${i}`, 'off']);
}
