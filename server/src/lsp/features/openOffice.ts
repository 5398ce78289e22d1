// Files that are no text, opened as report text when the user asks for it, and shown as text where places
// in them are.
import type { CancellationToken } from 'vscode-languageserver';
import { UnreadableFile } from '../../convert/office.js';
import type { OpenedFile } from '../../convert/openFile.js';
import type { Report } from '../../report/report.js';
import { factsOf, organizationOf } from '../../service/index.js';
import type { Source } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { parseSafely } from '../neverFails.js';
import { FILE_TEXT, type OfficeAnswer, type OfficeReport, OPEN_OFFICE } from '../protocol.js';
import { keyOf } from '../toLsp/uris.js';

export const openOfficeFeature: Feature = {
  serve({ connection, files, service, log }) {
    const open = async (uri: string, token: CancellationToken): Promise<OpenedFile | string> => {
      const asked = new AbortController();
      const cancelled = token.onCancellationRequested(() => asked.abort());
      try {
        return (await files.open(uri, asked.signal)) ?? NOT_THERE;
      } catch (error) {
        if (error instanceof UnreadableFile) return error.reason;
        if (asked.signal.aborted) return CANCELLED;
        throw error;
      } finally {
        cancelled.dispose();
      }
    };

    connection.onRequest<OfficeAnswer, unknown>(OPEN_OFFICE, async (params, token) => {
      const uri = uriIn(params);
      const opened = await open(uri, token);
      if (typeof opened === 'string') return { error: opened };
      return reportOf(opened, keyOf(uri), (source) => parseSafely(service, source, log));
    });

    connection.onRequest<string | null, unknown>(FILE_TEXT, async (params, token) => {
      const opened = await open(uriIn(params), token);
      return typeof opened === 'string' ? null : opened.source.original.text;
    });
  },
};

const NOT_THERE = '没有这个文件，或者读不到';
const CANCELLED = '已取消';

function uriIn(params: unknown): string {
  const { uri } = (params ?? {}) as Record<string, unknown>;
  return typeof uri === 'string' ? uri : '';
}

function reportOf(
  { source, office }: OpenedFile,
  name: string,
  parse: (source: Source) => Report,
): OfficeReport {
  const report = parse(source);
  const { recognized, year } = report;
  const tables = Object.values(factsOf(report).tables);
  const figures = tables.flatMap((rows) =>
    Object.values(rows).flatMap((row) => Object.values(row)),
  );
  return {
    text: source.text,
    recognized,
    organization: recognized ? organizationOf(report, name) : null,
    year,
    tables: tables.length,
    cells: figures.filter((figure) => figure !== null).length,
    notes: office?.notes ?? [],
  };
}
