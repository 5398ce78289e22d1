// Reads the sheets of a workbook that we wrote, as rows of texts by their heads.
import { strFromU8, unzipSync } from 'fflate';

export type Row = Readonly<Record<string, string>>;

/** Each sheet by its name. */
export function sheetsIn(workbook: Uint8Array): Map<string, Row[]> {
  const files = unzipSync(workbook);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const shared = Array.from(
    read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs),
    ([, item = '']) => textOf(item),
  );
  const names = Array.from(read('xl/workbook.xml').matchAll(/<sheet\s[^>]*?name="([^"]*)"/g), (m) =>
    textOf(m[1] as string),
  );
  return new Map(
    names.map((name, i) => [name, rowsIn(read(`xl/worksheets/sheet${i + 1}.xml`), shared)]),
  );
}

function rowsIn(sheet: string, shared: readonly string[]): Row[] {
  const rows = Array.from(sheet.matchAll(/<row\b.*?<\/row>/gs), ([row]) => {
    const cells = new Map<string, string>();
    for (const [, column = '', about = '', content = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const value = /<(?:v|is)>(.*?)<\/(?:v|is)>/s.exec(content)?.[1] ?? '';
      cells.set(column, /t="s"/.test(about) ? (shared[Number(value)] ?? '') : textOf(value));
    }
    return cells;
  });
  const [heads = new Map<string, string>(), ...body] = rows;
  return body.map((cells) =>
    Object.fromEntries(Array.from(heads, ([column, head]) => [head, cells.get(column) ?? ''])),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function textOf(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
