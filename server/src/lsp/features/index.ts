// The features of the server, and nothing else.
import type { Feature } from '../feature.js';
import { codeActionFeature } from './codeActions.js';
import { hoverFeature } from './hover.js';
import { inlayHintFeature } from './inlayHints.js';
import { newReportFeature } from './newReport.js';
import { ruleDocsFeature } from './ruleDocs.js';
import { semanticTokenFeature } from './semanticTokens.js';
import { symbolFeature } from './symbols.js';

export const FEATURES: readonly Feature[] = [
  codeActionFeature,
  ruleDocsFeature,
  hoverFeature,
  inlayHintFeature,
  semanticTokenFeature,
  symbolFeature,
  newReportFeature,
];
