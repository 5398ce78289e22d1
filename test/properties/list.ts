// All properties. A new one: its file, and one line here.
import { firstFixesBringNothing } from './firstFixes.js';
import { type Property, property } from './property.js';
import {
  allOfOneRuleHarmNothing,
  allSafeFixesHarmNothing,
  eachSafeFixHarmsNothing,
  safeFixesAreSure,
} from './safeFixes.js';
import { cutTexts, draftTexts, slippedTexts } from './texts.js';

export const PROPERTIES: readonly Property[] = [
  property('safe fixes are of sure findings alone', draftTexts, safeFixesAreSure),
  property('all safe fixes together harm nothing', draftTexts, allSafeFixesHarmNothing),
  property('all safe fixes of one rule harm nothing', draftTexts, allOfOneRuleHarmNothing),
  property('each safe fix alone harms nothing', draftTexts, eachSafeFixHarmsNothing),
  property(
    'each safe fix of a text cut into lines harms nothing',
    cutTexts,
    eachSafeFixHarmsNothing,
  ),
  property('a first fix brings no other error or warning', slippedTexts, (one) =>
    firstFixesBringNothing(one.text, one.unslipped),
  ),
];
