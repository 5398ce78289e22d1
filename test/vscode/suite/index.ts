// Called by VS Code in the extension host: runs every test of this folder with Mocha and writes
// {passed, failed} to the file that the environment variable TEST_RESULTS names.
import fs from 'node:fs';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: !process.env.CI, timeout: 30_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha); // what loading a file does: defines describe, it
  await import('./activation');
  await import('./commands');
  await import('./completion');
  await import('./decisions');
  await import('./desk');
  await import('./diagnostics');
  await import('./fields');
  await import('./fixes');
  await import('./hints');
  await import('./navigation');
  await import('./newReport');
  await import('./office');
  await import('./formatting');
  await import('./outline');
  await import('./silence');
  await import('./stuck');
  await import('./tables');

  const stats = { passed: 0, failed: 0 };
  await new Promise<void>((done) => {
    mocha
      .run(() => done())
      .on('pass', () => stats.passed++)
      .on('fail', () => stats.failed++);
  });
  if (process.env.TEST_RESULTS) fs.writeFileSync(process.env.TEST_RESULTS, JSON.stringify(stats));
  if (stats.failed > 0) throw new Error(`${stats.failed} failed`);
}
