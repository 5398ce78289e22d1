import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openedAhead } from './openedAhead.js';

it('opens in order, names what cannot be opened, and asks for no more than it may be ahead', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ahead-'));
  const names = Array.from({ length: 60 }, (_, n) => path.join(folder, `${n}.txt`));
  for (const [n, name] of names.entries()) if (n !== 7) fs.writeFileSync(name, `第 ${n} 份`);
  let asked = 0;
  function* inputs() {
    for (const [n, name] of names.entries()) {
      asked++;
      yield n === 3 ? { path: name, error: '不支持' } : { path: name };
    }
  }
  const told: string[] = [];
  for await (const [name, opened] of openedAhead(inputs())) {
    if (told.length === 0) expect(asked).toBeLessThan(names.length);
    const words = 'error' in opened ? opened.error : opened.source.text;
    told.push(`${path.basename(name)} ${words}`);
  }
  expect(told).toEqual(
    names.map(
      (_, n) => `${n}.txt ${{ 3: '不支持', 7: '没有这个文件或文件夹' }[n] ?? `第 ${n} 份`}`,
    ),
  );
  fs.rmSync(folder, { recursive: true });
});
