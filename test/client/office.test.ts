// Word files in the client, as far as no editor is needed: names, what is said, which text is of which
// file, and that an offer comes once.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import {
  isNamedReport,
  isOfficeFile,
  isReportFile,
  isUnreadReport,
  OFFICE_ENDINGS,
  stemOf,
} from '../../client/src/office/officeFiles.js';
import { offerOffice } from '../../client/src/office/officeOffer.js';
import { OfficeSources } from '../../client/src/office/officeSources.js';
import { summaryOf, summaryOfAll } from '../../client/src/office/officeSummary.js';
import manifest from '../../package.json' with { type: 'json' };
import { isReportName, isUnreadReportName } from '../../server/src/text/fileNames.js';

it.each([
  ...['年报.docx', '~$年报.docx', '年报.md', '年报.xlsx', '._年报.xlsx', '名单.xlsx', '云水镇.ofd'],
  ...['云水镇信息公开.JPG', '图.jpg', '年报', '年报.htm'],
])('a folder is looked through for the same files as on the command line: %s', (name) => {
  expect(isReportFile(name)).toBe(isReportName(name));
  expect(isUnreadReport(name)).toBe(isUnreadReportName(name));
});

interface Tab {
  readonly input: unknown;
  readonly isActive: boolean;
}
/** A text in an editor. */
interface Saved {
  readonly uri: URI;
  getText(): string;
}
type Renames = { files: { oldUri: URI; newUri: URI }[] };

const desk = vi.hoisted(() => ({
  save: undefined as ((document: Saved) => Promise<void>) | undefined,
  documents: [] as Saved[],
  rename: undefined as ((renames: Renames) => Promise<void>) | undefined,
  open: undefined as ((tabs: { opened: Tab[] }) => void) | undefined,
  asked: [] as string[],
  answer: undefined as string | undefined,
  run: [] as unknown[][],
}));

vi.mock('vscode', async () => {
  class TabInputText {
    constructor(readonly uri: URI) {}
  }
  class TabInputCustom extends TabInputText {}
  const nothing = { dispose() {} };
  return {
    Uri: (await import('vscode-uri')).URI,
    TabInputText,
    TabInputCustom,
    workspace: {
      get textDocuments() {
        return desk.documents;
      },
      onDidSaveTextDocument(listener: typeof desk.save) {
        desk.save = listener;
        return nothing;
      },
      onDidRenameFiles(listener: typeof desk.rename) {
        desk.rename = listener;
        return nothing;
      },
    },
    commands: {
      async executeCommand(...given: unknown[]) {
        desk.run.push(given);
      },
    },
    window: {
      tabGroups: {
        all: [],
        onDidChangeTabs(listener: typeof desk.open) {
          desk.open = listener;
          return nothing;
        },
      },
      async showInformationMessage(words: string) {
        desk.asked.push(words);
        return desk.answer;
      },
    },
  };
});

/** What VS Code keeps for us. */
function memento() {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, otherwise?: T) => (kept.get(key) as T) ?? (otherwise as T),
    async update(key: string, value: unknown) {
      kept.set(key, value);
    },
  };
}

const REPORT = {
  recognized: true,
  organization: '青禾县云水镇',
  year: 2021,
  tables: 3,
  cells: 200,
  notes: [],
};

describe('names', () => {
  it('tell what is opened as a report, as the menus do', () => {
    for (const name of ['a.docx', '年 报.PDF', '/x/a.mht', 'a.b.wps', '_a.docx']) {
      expect(isOfficeFile(name), name).toBe(true);
    }
    for (const name of [
      'a.txt',
      'docx',
      'a.docx.txt',
      '/x/~$a.docx',
      '/x/._a.docx',
      '.~a.docx',
      'a.xlsx',
      'a.html',
    ])
      expect(isOfficeFile(name), name).toBe(false);
    const { menus } = manifest.contributes;
    for (const menu of [menus['explorer/context'], menus['editor/title']]) {
      const entry = menu.find(({ command }) => command === 'nianbao.openOffice');
      const [, pattern = ''] = /=~ \/(.*)\/i$/.exec(entry?.when ?? '') ?? [];
      for (const ending of OFFICE_ENDINGS) expect(`.${ending}`).toMatch(new RegExp(pattern));
      for (const ending of ['.txt', '.docm', '.html', '.xdocx'])
        expect(ending).not.toMatch(new RegExp(pattern));
    }
  });

  it('tell what may be a report', () => {
    for (const name of ['/a/云水镇年报.docx', '2021年度报告.pdf', '信息公开.docx'])
      expect(isNamedReport(name), name).toBe(true);
    for (const name of ['/年报/通知.docx', 'a.pdf', '年 报.docx'])
      expect(isNamedReport(name), name).toBe(false);
    expect(stemOf('/往年/年报.v2.docx')).toBe('年报.v2');
  });
});

describe('what is said', () => {
  it('is what was recognised and what was left out', () => {
    expect(summaryOf(REPORT)).toBe('青禾县云水镇 · 2021 年 · 3 张表 200 格。');
    const notes = ['有 2 张图片，图片里的文字和表格读不到。', '有 3 处修订，按已接受读取。'];
    expect(summaryOf({ ...REPORT, notes })).toBe(
      '青禾县云水镇 · 2021 年 · 3 张表 200 格。有 2 张图片，图片里的文字和表格读不到；有 3 处修订，按已接受读取。',
    );
  });

  it('is what was not recognised, too', () => {
    const none = { ...REPORT, organization: null, year: null, tables: 0, cells: 0 };
    expect(summaryOf(none)).toBe('没有认出机关 · 没有认出年度 · 没有认出法定表格。');
    expect(summaryOf({ ...none, recognized: false })).toBe('不像政府信息公开年报，只取出了文字。');
    expect(summaryOfAll(2, [])).toBe('打开了 2 个文件。');
    expect(summaryOfAll(0, ['a.pdf（空的）', 'b.doc（坏了）'])).toBe(
      '2 个读不了：a.pdf（空的）；b.doc（坏了）。',
    );
  });
});

describe('the source of a text', () => {
  const text = URI.file('/往年/年报.txt');
  const word = URI.file('/往年/年报.docx');

  it('is known, by the name that the text is to have as well', async () => {
    const sources = new OfficeSources(memento());
    expect(sources.sourceOf(text)).toBeUndefined();
    await sources.remember(text, word);
    expect(String(sources.sourceOf(text))).toBe(String(word));
    expect(String(sources.sourceOf(text.with({ scheme: 'untitled' })))).toBe(String(word));
    expect(sources.sourceOf(URI.file('/年报.txt'))).toBeUndefined();
    expect(sources.sourceOf(URI.parse('untitled:Untitled-1'))).toBeUndefined();
    expect([sources.isSource(word), sources.isSource(text)]).toEqual([true, false]);
    const other = URI.file('/b.pdf');
    await sources.remember(text, other);
    expect(String(sources.sourceOf(text))).toBe(String(other));
    expect(sources.isSource(word)).toBe(false);
  });

  it('follows both as they get other names, and their folders', async () => {
    const sources = new OfficeSources(memento());
    await sources.remember(text, word);
    const rename = (from: string, to: string) =>
      desk.rename?.({ files: [{ oldUri: URI.file(from), newUri: URI.file(to) }] });
    await rename('/往年/年报.docx', '/往年/原件.docx');
    expect(String(sources.sourceOf(text))).toBe(String(URI.file('/往年/原件.docx')));
    await rename('/往年', '/历年');
    await rename('/历年2', '/别处');
    const moved = sources.sourceOf(URI.file('/历年/年报.txt'));
    expect(String(moved)).toBe(String(URI.file('/历年/原件.docx')));
    expect(sources.sourceOf(text)).toBeUndefined();
  });

  describe('goes with it where it is saved under another name', () => {
    const document = (uri: string, text: string): Saved => ({
      uri: URI.parse(uri),
      getText: () => text,
    });
    const source = URI.parse('file:///w/a.mht');
    /** The source of what is saved, while these are open, too. */
    async function sourceAfter(saved: Saved, ...open: readonly Saved[]) {
      const sources = new OfficeSources(memento());
      await sources.remember(URI.parse('file:///w/a.txt'), source);
      desk.documents = [...open, saved];
      await desk.save?.(saved);
      return sources.sourceOf(saved.uri)?.toString();
    }
    const text = '一、总体情况\n略。\n';

    it.each([
      ['not saved before', 'untitled:/w/a.txt', text],
      ['saved before', 'file:///w/a.txt', text],
      ['with other line ends', 'untitled:/w/a.txt', '一、总体情况 \r\n略。'],
    ])('%s', async (_, made, words) => {
      const saved = document('file:///w/年报.txt', text);
      expect(await sourceAfter(saved, document(made, words))).toBe(String(source));
    });

    it.each([
      ['of other words', 'file:///w/年报.txt', text, [document('file:///w/a.txt', '一、略。')]],
      ['of none', 'file:///w/年报.txt', '\n', [document('file:///w/a.txt', '')]],
      ['beside one of no source', 'file:///w/年报.txt', text, [document('file:///w/b.txt', text)]],
      ['alone', 'file:///w/年报.txt', text, []],
    ])('not with a text %s', async (_, uri, words, open) => {
      expect(await sourceAfter(document(uri, words), ...open)).toBeUndefined();
    });
  });

  it('is forgotten after two hundred others', async () => {
    const sources = new OfficeSources(memento());
    await sources.remember(text, word);
    for (let i = 0; i < 200; i++) await sources.remember(URI.file(`/${i}.txt`), word);
    expect(sources.sourceOf(text)).toBeUndefined();
    expect(sources.sourceOf(URI.file('/0.txt'))).toBeDefined();
  });
});

describe('the offer', () => {
  const word = URI.file('/云水镇年报.docx');
  let state: ReturnType<typeof memento>;
  let sources: OfficeSources;
  let isAlive: boolean;
  /** Which the server would take for reports. */
  let reports: readonly string[];
  const show = async (uri: URI) => {
    const { TabInputText } = await import('vscode');
    desk.open?.({ opened: [{ input: new TabInputText(uri as never), isActive: true }] });
    await new Promise((resolve) => setTimeout(resolve));
  };

  beforeEach(() => {
    state = memento();
    sources = new OfficeSources(memento());
    isAlive = false;
    reports = [];
    Object.assign(desk, { asked: [], answer: undefined, run: [] });
    const client = async () => ({
      code2ProtocolConverter: { asUri: String },
      sendRequest: async (_: string, { uri }: { uri: string }) => ({
        ...REPORT,
        recognized: reports.includes(uri),
      }),
    });
    const host = {
      sources,
      client,
      get isAlive() {
        return isAlive;
      },
    };
    offerOffice(host as never, state as never);
  });

  it('comes once for a file, and opens it', async () => {
    desk.answer = '用年报打开';
    await show(word);
    expect(desk.asked).toEqual([expect.stringMatching(/^云水镇年报\.docx 像是一份年报/)]);
    expect(desk.run).toEqual([['nianbao.openOffice', word]]);
    await show(word);
    expect(desk.asked).toHaveLength(1);
    await show(URI.file('/石桥镇年报.pdf'));
    expect(desk.asked).toHaveLength(2);
  });

  it('comes no more where the user wants none', async () => {
    desk.answer = '不再提示';
    await show(word);
    await show(URI.file('/石桥镇年报.docx'));
    expect(desk.asked).toHaveLength(1);
    expect(desk.run).toEqual([]);
  });

  it.each(['/年报/通知.docx', '/年报.txt', '/年报.doc', '/年报.xlsx'])(
    'does not come for what is none: %s',
    async (path) => {
      await show(URI.file(path));
      expect(desk.asked).toEqual([]);
    },
  );

  it('does not come for what was opened as a report', async () => {
    await sources.remember(URI.file('/云水镇年报.txt'), word);
    await show(word);
    expect(desk.asked).toEqual([]);
  });

  it('comes for what reads as a report, where the server runs', async () => {
    const [one, other] = [URI.file('/终稿.docx'), URI.file('/终稿2.docx')];
    reports = [String(one), String(other)];
    await show(one);
    expect(desk.asked).toEqual([]);
    isAlive = true;
    await show(URI.file('/会议.docx'));
    expect(desk.asked).toEqual([]);
    await show(other);
    expect(desk.asked).toHaveLength(1);
  });
});
