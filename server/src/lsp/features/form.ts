// The form, for clients that show it: what there is to see, and what is typed into it.
import type { CancellationToken } from 'vscode-languageserver';
import { originalEdits } from '../../convert/edits.js';
import { SEVERITIES, SEVERITY_WORDS } from '../../findings/severity.js';
import { fillCells, formView, type TypedFigure } from '../../service/index.js';
import { inOrder, type TextEdit } from '../../text/edit.js';
import { isPlain, type Source } from '../../text/source.js';
import type { Feature } from '../feature.js';
import {
  FILL,
  type FillAnswer,
  type FillParams,
  FORM,
  type FormFinding,
  type FormParams,
  type FormView,
  type OffsetEdit,
} from '../protocol.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';

export const formFeature: Feature = {
  serve({ connection, documents }) {
    connection.onRequest(FORM, async (params: FormParams, token): Promise<FormView | null> => {
      const checked = await documents.check(params.textDocument.uri, token);
      return checked && viewOf(checked);
    });
    const fill = async (params: FillParams, token: CancellationToken) => {
      const reading = await documents.read(params.textDocument.uri, token);
      if (!reading) return null;
      const { report, source, version } = reading;
      const filled = fillCells(report, fillsIn(params), isPlain(source));
      if ('refused' in filled) return filled;
      const edits = editsIn(source, filled.edits);
      return edits ? { version, edits } : { refused: '网页里这一格不能直接写，请在源文件里改。' };
    };
    connection.onRequest<FillAnswer | null, unknown>(FILL, fill);
  },
};

/** More findings are not shown: they help nobody, and would make the view slow. */
const MOST_FINDINGS = 1000;

function viewOf({ version, report, source, diagnostics }: CheckedDocument): FormView {
  const shown = diagnostics
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MOST_FINDINGS);
  const { recognized, organization, year } = report;
  return {
    version,
    recognized,
    organization,
    year,
    blocks: formView(report, shown, (span) => source.toOriginal(span)),
    findings: shown.map(({ span, severity, message, fixes = [] }): FormFinding => {
      const [first] = fixes;
      const edits = first && editsIn(source, first.edits);
      const grade = SEVERITY_WORDS[severity];
      const fix = edits && { title: first.title, edits };
      return { ...source.toOriginal(span), severity, grade, message, ...(fix && { fix }) };
    }),
  };
}

/** As edits of the file; null where they cannot be made there. */
function editsIn(source: Source, edits: readonly TextEdit[]): OffsetEdit[] | null {
  const inFile = isPlain(source) ? edits : originalEdits(source, edits);
  return inFile && inOrder(inFile).map(({ span, newText }) => ({ ...span, newText }));
}

/** They come from outside. */
function fillsIn({ fills }: FillParams): TypedFigure[] {
  return [...fills].map(({ table, row, column, text }) => ({
    table,
    row: String(row) as TypedFigure['row'],
    column: String(column) as TypedFigure['column'],
    text: String(text),
  }));
}
