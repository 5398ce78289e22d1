// 图解, for clients that draw it: what each picture shows.
import { chartsOf, inTemplate } from '../../service/index.js';
import type { Feature } from '../feature.js';
import { CHARTS, type ChartsView, type FormParams } from '../protocol.js';

export const chartFeature: Feature = {
  serve({ connection, documents, settings, reports }) {
    const view = async ({ textDocument: { uri } }: FormParams): Promise<ChartsView | null> => {
      const reading = await documents.read(uri);
      if (!reading?.report.recognized) return null;
      const own = await settings.of(uri);
      const earlier = await reports.earlierThan(reading, own.lastYear);
      const report = inTemplate(reading.report, own);
      const charts = chartsOf(
        report,
        earlier.map((one) => one.report),
      );
      const { organization, year } = report;
      return { version: reading.version, organization, year, charts };
    };
    connection.onRequest(CHARTS, view);
  },
};
