// Files that leave the house: a report as a Word file or a web page, and copies of Word files with the
// findings, or with what has changed in their text. The client writes them.
import { UnreadableFile } from '../../convert/office.js';
import { exported, linesLeftOut, wordMarksOf } from '../../service/index.js';
import type { Feature, ServerContext } from '../feature.js';
import { checkSafely, parseSafely } from '../neverFails.js';
import { ANNOTATE, base64Of, EXPORT, type MadeFile, WRITE_BACK } from '../protocol.js';

export const madeFileFeature: Feature = {
  serve(context) {
    const { connection } = context;
    const answer = (method: string, make: (params: MadeFileParams) => Promise<MadeFile>) =>
      connection.onRequest<MadeFile, unknown>(method, async (params) => {
        try {
          return await make(paramsIn(params));
        } catch (error) {
          if (error instanceof UnreadableFile) return { error: error.reason };
          throw error;
        }
      });
    answer(EXPORT, (params) => exportReport(context, params));
    answer(ANNOTATE, (params) => annotate(context, params));
    answer(WRITE_BACK, (params) => writeBackText(context, params));
  },
};

/** They come from outside. */
interface MadeFileParams {
  readonly file: string;
  readonly document: string;
  readonly kind: 'docx' | 'html';
  readonly changes: boolean;
}

function paramsIn(params: unknown): MadeFileParams {
  const { uri, textDocument, kind, changes } = (params ?? {}) as Record<string, unknown>;
  const { uri: document } = (textDocument ?? {}) as Record<string, unknown>;
  return {
    file: String(uri ?? ''),
    document: String(document ?? ''),
    kind: kind === 'html' ? 'html' : 'docx',
    changes: changes === true,
  };
}

const CLOSED = { error: '报告已经关闭，请打开再试' };
const NOT_THERE = { error: '没有这个文件，或者读不到' };

async function exportReport(
  { documents }: ServerContext,
  { document, kind }: MadeFileParams,
): Promise<MadeFile> {
  const reading = await documents.read(document);
  if (!reading) return CLOSED;
  const { report } = reading;
  const left = linesLeftOut(report);
  return {
    base64: base64Of(await exported(report, kind)),
    done: '',
    left: left > 0 ? [`${left} 行注释或代码不是正文，没有写入。`] : [],
  };
}

async function annotate(
  { files, service, settings, reports, log }: ServerContext,
  { file, changes }: MadeFileParams,
): Promise<MadeFile> {
  const [bytes, opened] = [await files.bytesOf(file), await files.open(file)];
  if (!bytes || !opened) return NOT_THERE;
  const { source } = opened;
  const report = parseSafely(service, source, log);
  if (!report.recognized) return { error: '没有认出是政府信息公开工作年度报告，没有写批注' };
  const own = await settings.of(file);
  const ref = reports.previousOf({ uri: file, source, report }, own.lastYear);
  const previous = ref && (await reports.load(ref));
  const { diagnostics } = checkSafely(service, report, own, log, previous);
  const { annotateDocx, authorAt } = await import('../../convert/docx/write/writeDocx.js');
  const marks = wordMarksOf(diagnostics, changes);
  const made = annotateDocx(bytes, marks, authorAt(new Date()));
  const known = made.known > 0 ? `（另有 ${made.known} 条上次已经写过）` : '';
  const entered = changes ? `、${made.changes} 处修订` : '';
  return {
    base64: base64Of(made.bytes),
    done: `${made.comments} 条批注${known}${entered}`,
    left: [
      ...made.warnings,
      ...(made.unplaced.length > 0 ? [`${made.unplaced.length} 个问题没有找到位置。`] : []),
      ...(made.refused.length > 0 ? [`${made.refused.length} 处不能写成修订，只写了批注。`] : []),
    ],
  };
}

async function writeBackText(
  { files, texts }: ServerContext,
  { file, document }: MadeFileParams,
): Promise<MadeFile> {
  const text = texts.get(document);
  if (!text) return CLOSED;
  const [bytes, opened] = [await files.bytesOf(file), await files.open(file)];
  if (!bytes || !opened) return NOT_THERE;
  const { authorAt, writeBack } = await import('../../convert/docx/write/writeDocx.js');
  const both = { before: opened.source.text, after: text.getText() };
  const { changes, unplaced, warnings, ...made } = writeBack(bytes, both, authorAt(new Date()));
  if (changes === 0 && unplaced.length === 0)
    return { error: '文字和 Word 文件一样，没有要写回的' };
  return {
    base64: base64Of(made.bytes),
    done: `${changes} 处修订`,
    left: [
      ...warnings,
      ...unplaced.map(({ line, reason }) => `原文第 ${line + 1} 行：${reason}。`),
    ],
  };
}
