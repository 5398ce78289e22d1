// A server that hangs for real, or ends: it comes back, and the editor is an editor meanwhile. The
// process is found as the system has it, and stopped or killed there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, found, gone, open, REPORT, replaceAll, sleep, swap } from './editor';

const run = vscode.commands.executeCommand;
const WRONG = swap(fixture(REPORT), '4\t2\t0\t0\t0\t0\t6', '4\t2\t0\t0\t0\t0\t9');
const RESTARTS = 5;

/** The server of this extension host; undefined while there is none. */
function server(): number | undefined {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' });
  const processes = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const [pid] =
    processes.find(
      ([, parent, ...words]) =>
        Number(parent) === process.pid && words.some((word) => /dist.server\.js$/.test(word)),
    ) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

/** Waits as long as it takes: the test's own limit ends it. */
async function when<T>(ask: () => T | undefined): Promise<T> {
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await sleep(50);
  }
}

/** Waits until the server answers: one that ends before it has begun is another matter. */
async function answering({ uri }: vscode.TextDocument): Promise<void> {
  for (;;) {
    const symbols = await run<unknown[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
    if (symbols?.length) return;
    await sleep(50);
  }
}

const another = (than: number) =>
  when(() => {
    const pid = server();
    return pid === than ? undefined : pid;
  });

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('检查服务不回应', function () {
  this.timeout(180_000);
  before(function () {
    if (process.platform === 'win32') this.skip(); // nothing stops a process there
  });
  afterEach(closeAll);

  it('重新启动一次就好，发现的问题都回来', async () => {
    const document = await open('停1.nianbao', WRONG);
    await found(document, 'row-total');
    const pid = await when(server);
    process.kill(pid, 'SIGSTOP');
    await run('nianbao.restartServer');
    assert.notEqual(await another(pid), pid);
    await when(() => (isThere(pid) ? undefined : true));
    await found(document, 'row-total');
    await replaceAll(document, fixture(REPORT));
    await gone(document, 'row-total');
  });

  it('不去管它，也会自己重新启动', async () => {
    const document = await open('停2.nianbao', fixture(REPORT));
    const pid = await when(server);
    process.kill(pid, 'SIGSTOP');
    await replaceAll(document, WRONG);
    await another(pid);
    assert.ok(!isThere(pid));
    await found(document, 'row-total');
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    const place = document.positionAt(WRONG.indexOf('4\t2\t0\t0'));
    editor.selection = new vscode.Selection(place, place);
    await run('nianbao.nextField');
    assert.equal(document.getText(editor.selection), '2');
  });

  it('停止一次：自动启动，Tab 照样到下一格，新建年报照样可用', async () => {
    const document = await open('停3.nianbao', WRONG);
    await found(document, 'row-total');
    const pid = await when(server);
    process.kill(pid, 'SIGKILL');
    await another(pid);
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    const place = document.positionAt(WRONG.indexOf('4\t2\t0\t0'));
    editor.selection = new vscode.Selection(place, place);
    await run('nianbao.nextField');
    assert.equal(document.getText(editor.selection), '2');
    await run('nianbao.newReport', { organization: '青禾县云水镇人民政府', year: 2020 });
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /云水镇人民政府2020年/);
    await run('undo');
  });

  it('一再停止以后，Tab 是编辑器自己的；重新启动又都有了', async () => {
    await run('nianbao.restartServer'); // counts from the beginning
    const document = await open('停4.nianbao', WRONG);
    await found(document, 'row-total');
    for (let i = 0; i < RESTARTS; i++) {
      const pid = await when(server);
      await answering(document);
      process.kill(pid, 'SIGKILL');
      await when(() => (isThere(pid) ? undefined : true));
    }
    await sleep(500);
    assert.equal(server(), undefined, 'given up');
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    const place = document.positionAt(WRONG.indexOf('2\t0\t0\t0'));
    editor.selection = new vscode.Selection(place, place);
    await run('nianbao.nextField');
    await when(() => (document.getText().length > WRONG.length ? true : undefined));
    assert.ok(/4\t\s+2\t0/.test(document.getText()));
    await run('undo');
    await run('nianbao.restartServer');
    await found(document, 'row-total');
  });
});
