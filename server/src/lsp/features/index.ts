// The features of the server, and nothing else.
import type { Feature } from '../feature.js';
import { codeActionFeature } from './codeActions.js';
import { formattingFeature } from './formatting.js';
import { hoverFeature } from './hover.js';
import { ruleDocsFeature } from './ruleDocs.js';
import { symbolFeature } from './symbols.js';

export const FEATURES: readonly Feature[] = [
  codeActionFeature,
  ruleDocsFeature,
  hoverFeature,
  symbolFeature,
  formattingFeature,
];
