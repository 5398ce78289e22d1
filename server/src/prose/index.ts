// Running text → its sentences with figures, and what they say of the tables. Pure; one pass finds
// the sentences worth a look, the rest is done around their figures only.

export type { Sentence } from './findSentences.js';
export { spanIn } from './foldSentence.js';
export { type Growth, readGrowth } from './growth.js';
export {
  goesDown,
  isBounded,
  isRest,
  type ListedPart,
  leadingRun,
  mayOverlap,
  type PartList,
  readLists,
} from './partLists.js';
export { type ReadSentence, readingsOf } from './sentences.js';
export type { Statement, Subject } from './statement.js';
export { readStatements } from './statements.js';
export type { TextFigure } from './textFigure.js';
