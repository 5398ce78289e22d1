// What can be written into a copy of a Word file: a bundle of its own, loaded when it is first wanted.

export { annotateDocx } from './annotateDocx.js';
export { authorAt } from './authorAt.js';
export { writeBack } from './writeBack.js';
