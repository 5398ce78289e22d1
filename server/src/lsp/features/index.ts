// The features of the server, and nothing else.
import type { Feature } from '../feature.js';
import { chartFeature } from './charts.js';
import { codeActionFeature } from './codeActions.js';
import { codeLensFeature } from './codeLens.js';
import { completionFeature } from './completion.js';
import { definitionFeature } from './definition.js';
import { fieldFeature } from './fields.js';
import { foldingFeature } from './folding.js';
import { formFeature } from './form.js';
import { formattingFeature } from './formatting.js';
import { gridFeature } from './grids.js';
import { highlightFeature } from './highlight.js';
import { hoverFeature } from './hover.js';
import { inlayHintFeature } from './inlayHints.js';
import { linkFeature } from './links.js';
import { madeFileFeature } from './madeFiles.js';
import { newReportFeature } from './newReport.js';
import { openOfficeFeature } from './openOffice.js';
import { pasteFeature } from './paste.js';
import { pingFeature } from './ping.js';
import { referenceFeature } from './references.js';
import { relationFeature } from './relations.js';
import { reviewFeature } from './review.js';
import { ruleDocsFeature } from './ruleDocs.js';
import { selectionFeature } from './selection.js';
import { semanticTokenFeature } from './semanticTokens.js';
import { statusFeature } from './status.js';
import { symbolFeature } from './symbols.js';
import { tableCommandFeature } from './tableCommands.js';

export const FEATURES: readonly Feature[] = [
  statusFeature,
  codeActionFeature,
  ruleDocsFeature,
  hoverFeature,
  inlayHintFeature,
  semanticTokenFeature,
  completionFeature,
  symbolFeature,
  newReportFeature,
  openOfficeFeature,
  madeFileFeature,
  foldingFeature,
  selectionFeature,
  linkFeature,
  definitionFeature,
  referenceFeature,
  highlightFeature,
  pasteFeature,
  tableCommandFeature,
  codeLensFeature,
  fieldFeature,
  gridFeature,
  formFeature,
  relationFeature,
  chartFeature,
  reviewFeature,
  pingFeature,
  formattingFeature,
];
