// The features of the server, and nothing else.
import type { Feature } from '../feature.js';
import { codeActionFeature } from './codeActions.js';
import { codeLensFeature } from './codeLens.js';
import { fieldFeature } from './fields.js';
import { hoverFeature } from './hover.js';
import { ruleDocsFeature } from './ruleDocs.js';
import { symbolFeature } from './symbols.js';
import { tableCommandFeature } from './tableCommands.js';

export const FEATURES: readonly Feature[] = [
  codeActionFeature,
  ruleDocsFeature,
  hoverFeature,
  symbolFeature,
  tableCommandFeature,
  codeLensFeature,
  fieldFeature,
];
