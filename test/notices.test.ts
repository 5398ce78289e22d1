// docs/notices.md is written by hand: every document that a report's links may lead to is on it, with
// number, title and year as the lexicon has them, and no other.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CITED_DOCUMENTS, numberOf } from '../server/src/form/documents.js';
import { NOTICES } from '../server/src/prose/citedDocuments.js';

const ROOT = path.resolve(import.meta.dirname, '..');
const page = fs.readFileSync(path.join(ROOT, 'docs/notices.md'), 'utf8');
const parts = page.split(/^## /m).slice(1);

describe('docs/notices.md', () => {
  it('has a heading for each document, with the anchor that links lead to', () => {
    // VS Code’s preview finds anchors by class and line; those it makes itself it finds in ASCII alone
    const lines = page
      .split('\n')
      .flatMap((line, at) => (line.startsWith('## ') ? { line, at } : []));
    expect(lines.map(({ line }) => line)).toEqual(
      NOTICES.map(
        ({ id, number }, i) =>
          `## ${number} <a id="${id}" class="code-line" data-line="${lines[i]?.at}"></a>`,
      ),
    );
  });

  it.each(NOTICES.map((notice, i) => [notice.number, notice, parts[i] ?? ''] as const))(
    'tells title, year, content and use of %s',
    (number, { title }, part) => {
      expect(part).toContain(`**《${title}》**`);
      const { year = 2019 } =
        CITED_DOCUMENTS.find((document) => numberOf(document) === number) ?? {};
      expect(part).toContain(`- 年份：${year} 年`);
      expect(part).toMatch(/^- 定了什么：/m);
      expect(part).toMatch(/^- 对报告：/m);
    },
  );

  it('links to nothing outside, and goes into the package', () => {
    expect(page).not.toMatch(/https?:/);
    const packed = fs.readFileSync(path.join(ROOT, '.vscodeignore'), 'utf8').split('\n');
    expect(packed).toContain('!docs/notices.md');
  });
});
