// The light bulb: fixes of findings, all safe fixes at once, and silence where nothing is asked.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver/node';
import { Client, PULLS } from './client.js';
import { edited } from './edited.js';
import { CORRECT, FAULTY, MARKDOWN, README, swap, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';
const EVERYTHING: Range = {
  start: { line: 0, character: 0 },
  end: { line: 10_000, character: 0 },
};
const FIX_ALL = 'source.fixAll.nianbao';

function apply(text: string, action: CodeAction | undefined): string {
  return edited(text, action?.edit?.changes?.[URI]);
}

describe('code actions', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(() => client.stop());

  it('fix a finding; the first is preferred and names its diagnostic', async () => {
    await client.open(URI, WRONG_TOTAL);
    const [diagnostic] = (await client.diagnostics(URI)) as [Diagnostic];
    const actions = await client.codeActions(URI, diagnostic.range, {
      diagnostics: [diagnostic],
      only: ['quickfix'],
    });
    expect(actions[0]).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [diagnostic],
    });
    expect(apply(WRONG_TOTAL, actions[0])).toBe(CORRECT);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
  });

  it('are found by place where the client sends no diagnostics', async () => {
    await client.open(URI, WRONG_TOTAL);
    const [diagnostic] = (await client.diagnostics(URI)) as [Diagnostic];
    const { start } = diagnostic.range;
    const [action] = await client.codeActions(URI, { start, end: start });
    expect(action?.diagnostics).toEqual([diagnostic]);
    const elsewhere = { line: 0, character: 0 };
    expect(await client.codeActions(URI, { start: elsewhere, end: elsewhere })).toEqual([]);
  });

  it('refer to the newest text', async () => {
    await client.open(URI, WRONG_TOTAL);
    const start = { line: 0, character: 0 };
    await client.change(URI, { range: { start, end: start }, text: '\n\n' });
    const [action] = await client.codeActions(URI, EVERYTHING);
    expect(apply(`\n\n${WRONG_TOTAL}`, action)).toBe(`\n\n${CORRECT}`);
  });

  it('name the version for clients that know of it', async () => {
    const workspace = { ...PULLS.workspace, workspaceEdit: { documentChanges: true } };
    const versioned = await Client.start({ capabilities: { ...PULLS, workspace } });
    await versioned.open(URI, WRONG_TOTAL);
    const [action] = await versioned.codeActions(URI, EVERYTHING);
    expect(action?.edit).toMatchObject({
      documentChanges: [{ textDocument: { uri: URI, version: 1 } }],
    });
    await versioned.stop();
  });

  it.each([
    [['refactor'], 0],
    [['source.organizeImports'], 0],
    [['quickfix'], 1],
    [[''], 1],
  ])('honour only: %j', async (only, expected) => {
    await client.open(URI, WRONG_TOTAL);
    const actions = await client.codeActions(URI, EVERYTHING, { only });
    expect(Math.min(actions.length, 1)).toBe(expected);
    for (const { kind } of actions) expect(kind).toBe('quickfix');
  });

  it.each([['refactor'], ['source.organizeImports'], ['notebook']])(
    'are answered without a check where only %s is asked for',
    async (only) => {
      await client.open(URI, WRONG_TOTAL);
      let checks = 0; // each begins with asking for the settings
      const settings = () => {
        checks++;
        return null;
      };
      Object.defineProperty(client, 'settings', { get: settings });
      expect(await client.codeActions(URI, EVERYTHING, { only: [only] })).toEqual([]);
      expect(checks).toBe(0);
      await client.codeActions(URI, EVERYTHING, { only: ['quickfix'] });
      expect(checks).toBeGreaterThan(0);
    },
  );

  describe('in order', () => {
    const titlesAt = async (text: string, rule: string) => {
      await client.open(URI, text);
      const diagnostic = (await client.diagnostics(URI)).find(({ code }) => code === rule);
      const { range } = diagnostic as Diagnostic;
      const actions = await client.codeActions(URI, range, { only: ['quickfix'] });
      return actions.map(({ title, edit }) => [title, apply(text, { title, edit })] as const);
    };
    const TWO_LABELS = swap(
      swap(CORRECT, '部分公开（', '不分公开（'),
      '1.信访举报投诉类申请',
      '1.信访举报投述类申请',
    );
    const TWO_RULES = swap(TWO_LABELS, '〔2021〕30号', '[2021]30号');

    it('the fix, all of the rule, all that is safe, ignoring, the rule', async () => {
      const actions = await titlesAt(TWO_RULES, 'label');
      expect(actions.map(([title]) => title)).toEqual([
        '改为“部分公开”',
        '改正全部“表格的行名、列名写错”（2 处）',
        '改正全部可自动改正的问题（3 处）',
        '查看规则说明：表格的行名、列名写错',
      ]);
      expect(actions[1]?.[1]).toBe(swap(CORRECT, '〔2021〕30号', '[2021]30号'));
      expect(actions[2]?.[1]).toBe(CORRECT);
    });

    it('all of a rule goes on to what one of its slips hides, and leaves other rules alone', async () => {
      const slips = (end: string) =>
        swap(CORRECT, '。\n\n（二）', `，规规规范信息工开流程${end}。\n\n（二）`);
      const actions = await titlesAt(slips('，，接受监督'), 'typo');
      const [, text] = actions.find(([title]) => title.startsWith('改正全部“错别字”')) ?? [];
      expect(text).toBe(slips('，，接受监督').replace('规规规范信息工开', '规范信息公开'));
    });

    it('nothing is said of all that is safe where it is all of the rule', async () => {
      const titles = (await titlesAt(TWO_LABELS, 'label')).map(([title]) => title);
      expect(titles).toHaveLength(3);
      expect(titles.join()).not.toContain('可自动改正');
    });

    const WRONG = ['5\t1\t0\t0\t0\t0\t6', '5\t1\t0\t0\t0\t0\t9'] as const;

    it('it is said at a finding that has no such fix itself', async () => {
      for (const [text, count] of [
        [TWO_RULES, 3],
        [TWO_LABELS, 2],
      ] as const) {
        const actions = await titlesAt(swap(text, ...WRONG), 'row-total');
        expect(actions[0]?.[0]).toBe('改为 6');
        const all = actions.find(([title]) => title === `改正全部可自动改正的问题（${count} 处）`);
        expect(all?.[1]).toBe(swap(CORRECT, ...WRONG));
        await client.close(URI);
      }
    });

    it('but not where nothing can be fixed so', async () => {
      const titles = (await titlesAt(swap(CORRECT, ...WRONG), 'row-total')).map(([title]) => title);
      expect(titles.join()).not.toContain('可自动改正');
    });
  });

  it('fix all that is safe at once, and no figure', async () => {
    const text = swap(FAULTY, '不分公开', '部分公开');
    const faulty = swap(text, '部分公开', '不分公开');
    await client.open(URI, faulty);
    for (const only of [[FIX_ALL], ['source.fixAll'], ['source']]) {
      const actions = await client.codeActions(URI, EVERYTHING, { only });
      expect(actions.map(({ kind }) => kind)).toEqual([FIX_ALL]);
      expect(apply(faulty, actions[0])).toBe(text);
    }
  });

  it('fix at once what hides another slip, too', async () => {
    const slips = '，规规规范信息⼯开流程，，接受监督。';
    const faulty = swap(CORRECT, '。\n\n（二）', `${slips}\n\n（二）`);
    await client.open(URI, faulty);
    const [action] = await client.codeActions(URI, EVERYTHING, { only: [FIX_ALL] });
    const once = apply(faulty, action);
    expect(once).toContain('规范信息公开流程，接受监督。');
    expect(once).not.toContain('规规');
    await client.change(URI, { text: once });
    expect(await client.codeActions(URI, EVERYTHING, { only: [FIX_ALL] })).toEqual([]);
  });

  it('offer nothing to fix at once where only figures are wrong', async () => {
    await client.open(URI, WRONG_TOTAL);
    expect(await client.codeActions(URI, EVERYTHING, { only: [FIX_ALL] })).toEqual([]);
  });

  it('do not offer to change the whole document unasked', async () => {
    await client.open(URI, swap(CORRECT, '部分公开（', '不分公开（'));
    const kinds = async (triggerKind: 1 | 2) =>
      (await client.codeActions(URI, EVERYTHING, { triggerKind })).map(({ kind }) => kind);
    expect(await kinds(1)).toContain(FIX_ALL);
    expect(await kinds(2)).not.toContain(FIX_ALL);
  });

  it('keep the line ends of the document', async () => {
    const text = MARKDOWN.replaceAll('\n', '\r\n');
    await client.open(URI, text, 'markdown');
    const actions = await client.codeActions(URI, EVERYTHING, { only: ['quickfix'] });
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(apply(text, action)).not.toMatch(/(?<!\r)\n/);
  });

  it('are none on what is no report', async () => {
    await client.open(URI, README, 'markdown');
    expect(await client.codeActions(URI, EVERYTHING)).toEqual([]);
  });
});
