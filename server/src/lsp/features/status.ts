// What a check says in short, for the client's status bar.

import { fieldsOf } from '../../service/index.js';
import type { Feature } from '../feature.js';
import { STATUS, type StatusParams } from '../protocol.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';

export const statusFeature: Feature = {
  serve({ connection, options, onChecked }) {
    if (!options.status) return;
    onChecked((checked) => void connection.sendNotification(STATUS, statusOf(checked)));
  },
};

function statusOf({ uri, report, diagnostics, relations }: CheckedDocument): StatusParams {
  const { recognized, organization, year, template } = report;
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  const fields = fieldsOf(report);
  const cells = fields.filter(({ cell }) => cell?.flaw === 'blank').length;
  const open = { prompts: fields.filter(({ cell }) => !cell).length, cells };
  return { uri, recognized, organization, year, template, counts, open, relations };
}
