// New reports for the editor: whose reports there are, what one would begin with, and its text.
import { UnreadableFile } from '../../convert/office.js';
import { ORGAN_LEVELS } from '../../form/organLevels.js';
import { levelOf, newReport } from '../../service/index.js';
import type { Feature } from '../feature.js';
import {
  DRAFT_DEFAULTS,
  type DraftDefaults,
  KNOWN_REPORTS,
  NEW_REPORT,
  type NewReportParams,
  type WrittenReport,
} from '../protocol.js';
import { keyOf } from '../toLsp/uris.js';

/** A document that is still to be made has the settings that hold everywhere. */
const UNSAVED = 'untitled:nianbao';

export const newReportFeature: Feature = {
  serve({ connection, log, reports, settings }) {
    connection.onRequest(KNOWN_REPORTS, () => reports.all());

    connection.onRequest(DRAFT_DEFAULTS, async (params: unknown): Promise<DraftDefaults> => {
      const { organization, year } = wanted(params);
      return {
        level: levelOf(organization),
        previous: await reports.yearBefore(organization, year),
      };
    });

    connection.onRequest(NEW_REPORT, async (params: unknown): Promise<WrittenReport> => {
      const draft = wanted(params);
      const { organization, year, level, zeros } = draft;
      let unread: string | undefined;
      const named = (uri: string) =>
        reports.namedReport(uri).catch((error: unknown) => {
          if (!(error instanceof UnreadableFile)) throw error;
          unread = error.reason;
          return null;
        });
      const found = async () => {
        const uri = await reports.yearBefore(organization, year);
        return uri === null ? null : await reports.report(uri);
      };
      const { previous: wantedOne } = draft;
      const previous =
        wantedOne === undefined
          ? await found()
          : wantedOne === null
            ? null
            : await named(wantedOne);
      const used = previous?.report.recognized ? previous : null;
      const { compact, ...usual } = await settings.of(used?.uri ?? UNSAVED);
      const layout = draft.layout ?? usual.layout;
      const own = { organization, year, level, layout, compact, zeros };
      if (!used) return { text: newReport(own), previous: null, unread };
      try {
        const past = { previous: used.report, previousPath: keyOf(used.uri) };
        return { text: newReport({ ...own, ...past }), previous: used.uri };
      } catch {
        log('读取上年报告时出错，新报告没有用它');
        return { text: newReport(own), previous: null };
      }
    });
  },
};

/** What the client sent; what makes no sense is as if it had not been sent. */
function wanted(params: unknown): NewReportParams {
  const { organization, year, level, layout, previous, zeros } = (params ?? {}) as Record<
    string,
    unknown
  >;
  return {
    organization: typeof organization === 'string' ? organization : '',
    year: typeof year === 'number' && Number.isInteger(year) ? year : 0,
    level: ORGAN_LEVELS.find((one) => one === level),
    layout: layout === 'markdown' || layout === 'tab' ? layout : undefined,
    previous: previous === null || typeof previous === 'string' ? previous : undefined,
    zeros: zeros === true,
  };
}
