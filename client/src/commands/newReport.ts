// “年报: 新建年报”: asks for organ, year, level and last year's report, and opens the skeleton in an
// editor, not yet saved, with the first thing to fill in selected.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DRAFT_DEFAULTS,
  type DraftDefaults,
  type DraftDefaultsParams,
  KNOWN_REPORTS,
  type KnownReport,
  NEW_REPORT,
  type NewReportParams,
  type OrganChoice,
  type WrittenReport,
} from '../../../server/src/lsp/protocol.js';
import { freeUri } from '../freeUri.js';
import type { Host } from '../host.js';
import { OFFICE_ENDINGS } from '../office/officeFiles.js';
import { ask, type Choice, goThrough, pick, type Step, type StepPlace } from '../steps.js';

/** What is asked for; what is not answered yet has its default. */
interface NewReportAnswers {
  organization: string;
  year: number;
  level?: OrganChoice;
  /** Last year's file; null for none. */
  previous?: string | null;
  zeros?: boolean;
}

/** A draft that is given whole is not asked for. */
export async function newReport({ client, travel }: Host, given: unknown): Promise<void> {
  const server = await client();
  const draft = isDraft(given) ? given : await askDraft(server);
  const editor = draft && (await open(server, draft));
  if (!editor) return;
  // whoever sees the first prompt selected may press Tab at once: it is ours before the first check
  await vscode.commands.executeCommand('setContext', 'nianbao.active', true);
  await travel.goFrom(editor, editor.document.lineAt(0).range.end);
}

function isDraft(given: unknown): given is NewReportAnswers {
  const { organization, year } = (given ?? {}) as Partial<NewReportAnswers>;
  return typeof organization === 'string' && organization !== '' && Number.isInteger(year);
}

async function askDraft(server: BaseLanguageClient): Promise<NewReportAnswers | undefined> {
  const known: KnownReport[] = await server.sendRequest(KNOWN_REPORTS);
  const year = new Date().getFullYear() - 1;
  return goThrough<NewReportAnswers>('新建年报', { organization: '', year, zeros: false }, [
    (state, place) => askOrganization(state, place, known),
    (state, place) => askYear(state, place, known),
    (state, place) => askLevel(state, place, server),
    (state, place) => askPrevious(state, place, server),
    askFigures,
  ]);
}

const askOrganization = async (
  state: NewReportAnswers,
  place: StepPlace,
  known: readonly KnownReport[],
) => {
  const organizations = [...new Set(known.map(({ organization }) => organization))];
  const items = organizations.map((value) => ({
    label: value,
    description: `有 ${latestOf(known, value)} 年的年报`,
    value,
  }));
  const typed = (words: string) => {
    const value = words.replace(/\s+/gu, '');
    return organizations.includes(value) ? undefined : { label: value, value };
  };
  const placeholder = '哪个机关的年报？写全称，如：青禾县云水镇人民政府';
  const answer = await pick(place, { placeholder, items, typed });
  if (typeof answer === 'string') state.organization = answer;
  return answer;
};

const askYear = async (
  state: NewReportAnswers,
  place: StepPlace,
  known: readonly KnownReport[],
) => {
  const latest = latestOf(known, state.organization);
  const answer = await ask(place, {
    prompt: '报告哪一年的工作？（不是发布的那一年）',
    value: String(latest === undefined ? state.year : latest + 1),
    flawOf: (value) =>
      /^20(?:19|[2-9]\d)$/.test(value) ? undefined : '请写四位年份，2019 年或以后',
  });
  if (typeof answer === 'string') state.year = Number(answer);
  return answer;
};

const LEVELS: readonly Choice<OrganChoice>[] = [
  { label: '乡镇、街道', value: 'town' },
  { label: '部门（局、委、办）', value: 'bureau' },
  { label: '县级政府（县、县级市、区）', value: 'county' },
  { label: '市级政府（设区的市、州）', value: 'city' },
  { label: '省级政府', value: 'province' },
];

const askLevel = async (state: NewReportAnswers, place: StepPlace, server: BaseLanguageClient) => {
  const { level } = await defaultsFor(state, server);
  const answer = await pick(place, {
    placeholder: '哪一级？各级政府的总体情况还要写考核、评议和责任追究',
    items: LEVELS,
    active: LEVELS.find(({ value }) => value === level),
  });
  if (typeof answer === 'string') state.level = answer;
  return answer;
};

const OTHER_FILE = Symbol('other file');

const askPrevious = async (
  state: NewReportAnswers,
  place: StepPlace,
  server: BaseLanguageClient,
) => {
  const { previous } = await defaultsFor(state, server);
  const items: Choice<string | null | typeof OTHER_FILE>[] = [
    { label: '不用上年报告', description: '从空白开始写', value: null },
    { label: '选择文件……', description: '上年报告在别的地方', value: OTHER_FILE },
  ];
  if (previous) {
    const description = vscode.workspace.asRelativePath(vscode.Uri.parse(previous));
    items.unshift({
      label: `用 ${state.year - 1} 年的报告`,
      description,
      detail: '带入上年结转，保留上年文字供改写，其余的数留空',
      value: previous,
    });
  }
  const placeholder = previous
    ? '用上年报告打底？'
    : `用上年报告打底？没有找到 ${state.year - 1} 年的：选择文件，或者从空白开始写`;
  const answer = await pick(place, { placeholder, items });
  if (answer === OTHER_FILE) {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: '选择上年报告',
        filters: {
          年报: ['txt', 'md', 'markdown', 'nianbao', 'html', 'htm', ...OFFICE_ENDINGS],
        },
      })) ?? [];
    if (!file) return askPrevious(state, place, server);
    state.previous = file.toString();
  } else if (typeof answer !== 'symbol') state.previous = answer;
  return answer;
};

const askFigures: Step<NewReportAnswers> = async (state, place) => {
  const answer = await pick(place, {
    placeholder: '表格里的数怎么填？',
    items: [
      { label: '先留空', description: '按 Tab 逐格填写，总计自动算出', value: false },
      { label: '全部填 0', description: '没有申请、没有案件的报告', value: true },
    ],
  });
  if (typeof answer === 'boolean') state.zeros = answer;
  return answer;
};

function defaultsFor({ organization, year }: NewReportAnswers, server: BaseLanguageClient) {
  const params: DraftDefaultsParams = { organization, year };
  return server.sendRequest<DraftDefaults>(DRAFT_DEFAULTS, params);
}

function latestOf(known: readonly KnownReport[], organization: string): number | undefined {
  const years = known.filter((one) => one.organization === organization).map(({ year }) => year);
  return years.length > 0 ? Math.max(...years) : undefined;
}

/** Writes the report and shows it. Nothing is saved: that is the user's to do, under this name. */
async function open(
  server: BaseLanguageClient,
  draft: NewReportAnswers,
): Promise<vscode.TextEditor> {
  const layout = vscode.workspace.getConfiguration('nianbao').get<'markdown' | 'tab'>('layout');
  const params: NewReportParams = { ...draft, layout };
  const { text, unread } = await server.sendRequest<WrittenReport>(NEW_REPORT, params);
  if (unread) void vscode.window.showWarningMessage(`没有用上年报告：${unread}`);
  const name = `${draft.organization}${draft.year}年政府信息公开工作年度报告`;
  // an unsaved document beside the others of the folder, under a name that no file has
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await freeUri(folder, name, layout === 'tab' ? '.txt' : '.md');
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text), {
    undoStopBefore: false,
    undoStopAfter: true,
  });
  return editor;
}
