// 勾稽核对, for clients that show it: all that must agree, with its figures and places.
import { type ListedRelation, relationList } from '../../service/index.js';
import type { Feature } from '../feature.js';
import { type FormParams, RELATIONS, type RelationLine, type RelationsView } from '../protocol.js';
import type { ReadDocument } from '../state/openDocuments.js';
import type { FileReport } from '../state/workspace.js';
import type { Hrefs } from '../toLsp/hrefs.js';

export const relationFeature: Feature = {
  serve({ connection, documents, hrefs }) {
    const view = async ({ textDocument: { uri } }: FormParams): Promise<RelationsView | null> => {
      const checked = await documents.check(uri);
      if (!checked?.report.recognized) return null;
      const previous = await documents.previous(checked);
      const groups = relationList(checked.report, previous?.report, checked.diagnostics);
      return {
        version: checked.version,
        groups: groups.map((group) => ({
          ...group,
          relations: group.relations.map((one) => lineOf(one, checked, previous, hrefs)),
        })),
      };
    };
    connection.onRequest(RELATIONS, view);
  },
};

function lineOf(
  { span, before, ...words }: ListedRelation,
  { source }: ReadDocument,
  previous: FileReport | null,
  hrefs: Hrefs,
): RelationLine {
  const uri = previous && hrefs.file(previous.uri);
  return {
    ...words,
    ...(span && { place: source.toOriginal(span) }),
    ...(before && previous && uri && { before: { uri, ...previous.source.toOriginal(before) } }),
  };
}
