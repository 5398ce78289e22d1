// 图解, for clients that draw it: what each picture shows.
import { chartsOf } from '../../service/index.js';
import type { Feature } from '../feature.js';
import { CHARTS, type ChartsView, type FormParams } from '../protocol.js';

export const chartFeature: Feature = {
  serve({ connection, documents, settings, reports }) {
    const view = async ({ textDocument: { uri } }: FormParams): Promise<ChartsView | null> => {
      const reading = await documents.read(uri);
      if (!reading?.report.recognized) return null;
      const { report, version } = reading;
      const { lastYear } = await settings.of(uri);
      const earlier = await reports.earlierThan(reading, lastYear);
      const charts = chartsOf(
        report,
        earlier.map((one) => one.report),
      );
      return { version, organization: report.organization, year: report.year, charts };
    };
    connection.onRequest(CHARTS, view);
  },
};
