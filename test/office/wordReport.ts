// Generated reports as Word files, and what must be read from them.

import type { Draft, DraftSection } from '../generate/draft.js';
import { type Expected, expectedOf } from '../generate/expected.js';
import { gridOf, type Slot } from '../generate/grid.js';
import type { Layout } from '../generate/layouts/layout.js';
import type { Random } from '../generate/random.js';
import { draftReport, nthRecipe, type Recipe } from '../generate/report.js';
import { paragraph, wordFile } from './wordFile.js';
import { WordLists } from './wordLists.js';
import { tablesOf } from './wordTable.js';
import { runsOf, withComments } from './wordText.js';
import { type WordWays, wordWays } from './wordWays.js';

export interface WordReport {
  readonly bytes: Uint8Array;
  readonly expected: Expected;
  readonly description: string;
}

/** What a table of Word can show. */
const WORD: Layout = {
  id: 'word',
  about: 'Word file',
  kind: 'html',
  blanks: true,
  rowPerLine: false,
  linesInCells: true,
  columns: true,
  loose: false,
  write: () => [],
};

/** The n-th report as a Word file. */
export function nthWordReport(n: number): WordReport {
  return writeWordReport(nthRecipe(n, WORD.id));
}

/** A report as a Word file, in ways drawn by lot. */
export function writeWordReport(recipe: Recipe): WordReport {
  const { draft, random, description } = draftReport(recipe, WORD);
  const { bytes, ways } = writeWordDraft(draft, random);
  return {
    bytes,
    expected: expectedOf(draft, []),
    description: `${description}: ${JSON.stringify({ seed: recipe.seed, ...ways })}`,
  };
}

/** A draft as a Word file, and the ways that were drawn for it. */
export function writeWordDraft(draft: Draft, random: Random) {
  const ways = wordWays(random.fork('ways'));
  const writer = new ReportWriter(ways, random.fork('words'));
  const body = [
    writer.title(draft.title),
    ...draft.preamble.map((line) => writer.line(line)),
    ...draft.sections.map((section) => writer.section(section, draft.padding)),
  ].join('');
  const whole = ways.control
    ? `<w:sdt><w:sdtPr/><w:sdtContent>${body}</w:sdtContent></w:sdt><w:sectPr/>`
    : `${body}<w:sectPr/>`;
  const bytes = wordFile({ ...withComments(whole), numbering: writer.lists.xml }, ways.writing);
  return { bytes, ways };
}

class ReportWriter {
  readonly lists = new WordLists();

  constructor(
    readonly ways: WordWays,
    readonly random: Random,
  ) {}

  title(lines: readonly string[]): string {
    const xml = lines.map((line) => this.line(line)).join('');
    if (!this.ways.titleInBox || lines.length === 0) return xml;
    const box = `<w:txbxContent>${xml}</w:txbxContent>`;
    return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  }

  section({ numbering, title, before, table, after }: DraftSection, padding: string): string {
    return [
      this.#numbered(numbering, title),
      ...before.map((line) => this.line(line)),
      ...(table ? [this.#table(gridOf(table, padding))] : []),
      ...after.map((line) => this.line(line)),
    ].join('');
  }

  /** A paragraph, now and then written in two whose mark between is deleted or hidden. */
  line(text: string): string {
    const { ways, random } = this;
    const half = Math.floor(text.length / 2);
    if (half === 0 || !random.chance(ways.changes / 2)) return this.#paragraph(text, '');
    const mark = random.pick(['<w:del w:id="2" w:author="核"/>', '<w:vanish/>']);
    const first = this.#paragraph(text.slice(0, half), `<w:rPr>${mark}</w:rPr>`);
    return first + this.#paragraph(text.slice(half), '');
  }

  #paragraph(text: string, properties: string): string {
    const about = properties && `<w:pPr>${properties}</w:pPr>`;
    return `<w:p>${about}${runsOf(text, this.ways, this.random)}</w:p>`;
  }

  /** A heading or a label, its number perhaps by a list. */
  #numbered(numbering: string, words: string): string {
    const list = this.ways.lists && words !== '' ? this.lists.properties(numbering) : undefined;
    return list === undefined
      ? this.#paragraph(numbering + words, '')
      : this.#paragraph(words, list);
  }

  #table(grid: Parameters<typeof tablesOf>[0]): string {
    const { ways, random } = this;
    const tables = tablesOf(grid, ways, random, (slot) => this.#cell(slot), pageEnd);
    return ways.nested
      ? `<w:tbl><w:tr><w:tc>${tables}<w:p/></w:tc></w:tr></w:tbl>`
      : `${random.chance(0.5) ? '<w:p/>' : ''}${tables}<w:p/>`;
  }

  #cell({ text, kind }: Slot): string {
    const lines = text.split('\n');
    if (this.ways.lines === 'breaks' && lines.length > 1) {
      const runs = lines.map((line) => runsOf(line, this.ways, this.random));
      return `<w:p>${runs.join('<w:r><w:br/></w:r>')}</w:p>`;
    }
    if (kind === 'value' || lines.length > 1)
      return lines.map((line) => this.#paragraph(line, '')).join('');
    const [, numbering = '', words = ''] =
      /^([（(]?[一二三四五六七八九十\d][）).．、]{1,2})?(.*)$/s.exec(text) ?? [];
    return this.#numbered(numbering, words);
  }
}

function pageEnd(line: string): string {
  return `<w:p><w:r><w:br w:type="page"/></w:r></w:p>${line && paragraph(line)}`;
}
