// Cells as spreadsheets copy them that hold a line break or a tab: "三、本年度
// 办理结果". The quotation marks go, the line stays one line.

/** The text with such cells on one line each; quotation marks that stand for themselves stay. */
export function withoutQuotedBreaks(text: string): string {
  if (!text.includes('"')) return text;
  let written = '';
  let at = 0;
  for (let open = text.indexOf('"'); open >= 0; ) {
    const isStart = open === 0 || '\t\r\n'.includes(text.charAt(open - 1));
    const end = isStart ? closing(text, open + 1) : -1;
    if (end < 0) {
      open = text.indexOf('"', open + 1);
      continue;
    }
    const cell = text.slice(open + 1, end).replaceAll('""', '"');
    // without them it would not have been put in marks
    const isQuoted = /[\t\r\n]/.test(cell) || cell.includes('"');
    written += text.slice(at, isQuoted ? open : end + 1) + (isQuoted ? onOneLine(cell) : '');
    at = end + 1;
    open = text.indexOf('"', at);
  }
  return written + text.slice(at);
}

/** No cell of a report is longer: a mark further away closes another one. */
const LONGEST_CELL = 2000;

/** Where the mark is that closes a cell, the end of the cell behind it; -1 if there is none. */
function closing(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_CELL);
  for (let at = start; at < limit; at++) {
    if (text.charAt(at) !== '"') continue;
    if (text.charAt(at + 1) === '"') at++;
    else return at + 1 === text.length || '\t\r\n'.includes(text.charAt(at + 1)) ? at : -1;
  }
  return -1;
}

/** Chinese words go on without a space; figures must not become one. */
export function onOneLine(cell: string): string {
  return cell
    .trim()
    .split(/[\t\r\n]+/)
    .map((part) => part.trim())
    .reduce((all, part) => {
      const joins = isChinese(all.at(-1)) && isChinese(part[0]);
      return joins || all === '' ? all + part : `${all} ${part}`;
    }, '');
}

function isChinese(character: string | undefined): boolean {
  return character !== undefined && /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/u.test(character);
}
