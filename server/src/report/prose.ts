// Running text → its sentences with figures, and what they say of the tables. Pure; one pass finds
// the sentences worth a look, the rest is done around their figures only.
export type { Figure } from './prose/figure.js';
export { spanIn } from './prose/fold.js';
export { type Growth, readGrowth } from './prose/growth.js';
export {
  isBounded,
  isRest,
  leadingRun,
  type Part,
  type PartList,
  readLists,
} from './prose/list.js';
export { type Reading, readingsOf } from './prose/readings.js';
export type { Sentence } from './prose/sentence.js';
export type { Act, ReviewBlock, Statement, Subject } from './prose/statement.js';
export { readStatements } from './prose/statements.js';
