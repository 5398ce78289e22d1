// When a report is first seen: the offers that come once are to come then, not when it is saved.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onReportSeen } from '../../client/src/reportSeen.js';

const REPORT = '青禾县云水镇2025年政府信息公开工作年度报告';
const PAUSE = 1000;

interface Page {
  languageId: string;
  uri: { scheme: string };
  text: string;
  getText(): string;
}

const desk = vi.hoisted(() => ({
  active: undefined as { document: unknown } | undefined,
  turned: new Set<() => void>(),
  changed: new Set<(event: { document: unknown }) => void>(),
}));

vi.mock('vscode', () => {
  const event =
    <T>(listeners: Set<T>) =>
    (listener: T) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    };
  return {
    window: {
      get activeTextEditor() {
        return desk.active;
      },
      onDidChangeActiveTextEditor: event(desk.turned),
    },
    workspace: { onDidChangeTextDocument: event(desk.changed) },
  };
});

function page(text: string, languageId = 'markdown'): Page {
  return {
    languageId,
    uri: { scheme: 'untitled' },
    text,
    getText() {
      return this.text;
    },
  };
}

function turnTo(document: Page): void {
  desk.active = { document };
  for (const listener of desk.turned) listener();
}

function write(document: Page, text: string): void {
  document.text = text;
  for (const listener of desk.changed) listener({ document });
}

describe('a report is seen', () => {
  const act = vi.fn();
  let watch: { dispose(): void };
  beforeEach(() => {
    vi.useFakeTimers();
    desk.active = undefined;
    act.mockClear();
    watch = onReportSeen('markdown', act);
  });
  afterEach(() => {
    watch.dispose();
    vi.useRealTimers();
  });

  it('when its editor is turned to, once', () => {
    const report = page(REPORT);
    turnTo(report);
    turnTo(page('别的'));
    turnTo(report);
    write(report, `${REPORT}\n`);
    vi.advanceTimersByTime(PAUSE);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('when it is open already', () => {
    turnTo(page(REPORT));
    act.mockClear();
    const other = onReportSeen('markdown', act);
    expect(act).toHaveBeenCalledTimes(1);
    other.dispose();
  });

  it('when it is written into an empty document, once', () => {
    const report = page('');
    turnTo(report);
    expect(act).not.toHaveBeenCalled();
    write(report, REPORT);
    write(report, `${REPORT}\n`);
    vi.advanceTimersByTime(PAUSE);
    write(report, `${REPORT}\n\n`);
    vi.advanceTimersByTime(PAUSE);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('not in another language, nor behind another editor, nor where there is none', () => {
    turnTo(page(REPORT, 'plaintext'));
    const hidden = page('');
    turnTo(page('# 会议记录'));
    write(hidden, REPORT);
    vi.advanceTimersByTime(PAUSE);
    expect(act).not.toHaveBeenCalled();
    turnTo(hidden);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('no more once nobody waits for it', () => {
    const report = page('');
    turnTo(report);
    write(report, REPORT);
    watch.dispose();
    vi.advanceTimersByTime(PAUSE);
    expect([desk.turned.size, desk.changed.size]).toEqual([0, 0]);
    expect(act).not.toHaveBeenCalled();
  });
});
