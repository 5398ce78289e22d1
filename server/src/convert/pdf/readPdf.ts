// PDF → report text. Bytes in, text out: nothing is fetched, run or drawn. A hostile file may take
// long, and nothing in it can be interrupted: whoever reads files of strangers reads them in a thread
// that he can end.
import { describeBytes, spaced } from '../../text/signature.js';
import { type OfficeText, UnreadableFile } from '../office.js';
import { answered, type ThreadAnswer } from '../readerThread.js';
import { alignedTables, type PageBefore } from './alignedTables.js';
import { type Annotation, commentsIn, filledIn, withoutComments } from './annotations.js';
import { type Chunk, chunksOf } from './chunks.js';
import { cmapSource } from './cmaps.js';
import { Composition } from './compose.js';
import { furnitureOf, type LoosePage } from './furniture.js';
import { fontNames, glyphsOf, type PdfFont } from './glyphs.js';
import { cellOver, goesOn, joinTables } from './joinTables.js';
import type { Matrix } from './operators.js';
import { loadPdfJs, open, type PdfDocument, type PdfJs, type PdfPageProxy } from './pdfjs.js';
import { type PdfTable, tablesOf } from './pdfTables.js';
import { isWholePage, type PdfPicture, picturesOf } from './pictures.js';
import { lineOf, linesOf, type PrintedLine } from './printedLines.js';
import { PageSetting } from './proseLines.js';
import { gridsOf } from './ruledGrids.js';
import { ruledLinesOf } from './ruledLines.js';
import { WordLines } from './wordLines.js';

/** What a file may have: far more than a report, far less than a bomb. */
export const PDF_LIMITS = {
  bytes: 64_000_000,
  pages: 500,
  characters: 2_000_000,
  operators: 400_000, // a page
  rules: 50_000, // a page
} as const;

interface ReadPage extends LoosePage {
  readonly tables: readonly PdfTable[];
  readonly pictures: readonly PdfPicture[];
  readonly comments: number;
  /** How many words, or runs of them, are struck out. */
  readonly strikes: number;
  /** Whether its words were recognised in a picture. */
  readonly isRecognised: boolean;
}

/** As many characters are a page number or a running head, at most. */
const FEW_WORDS = 30;

/** Within so many bytes its own signature stands, behind whatever a mail or a scanner has put before it. */
const HEAD = 1024;

/** Reads a PDF. Throws `UnreadableFile` for all that cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<OfficeText> {
  if (bytes.length > PDF_LIMITS.bytes)
    throw new UnreadableFile('PDF 太大（超过 64 MB），没有读；请另存为较小的 PDF 或 .docx');
  const kind = /%PDF/.test(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)))
    ? undefined
    : describeBytes(bytes);
  if (kind)
    throw new UnreadableFile(
      `这不是 PDF，是${spaced(kind)}，只是名字叫 .pdf；请重新导出，或另存为 .docx`,
    );
  const library = await loadPdfJs();
  const { Source, missing } = cmapSource();
  const task = open(library, bytes, Source);
  try {
    const pages = await readPages(library, await task.promise);
    return textOfPages(pages, missing);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : unreadable(error);
  } finally {
    await task.destroy();
  }
}

/** Reads a PDF in a thread, for the one who waits outside: `readInThread`. */
export function answerPdf(bytes: Uint8Array): Promise<ThreadAnswer> {
  return answered(() => readPdf(bytes));
}

/** What went wrong, in words for the user; what pdf.js says may hold words of the file. */
function unreadable(error: unknown): UnreadableFile {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new UnreadableFile('PDF 加了密码，读不了；请先在 WPS 或 Word 里去掉密码，另存一份');
  return new UnreadableFile('这个 PDF 已经损坏，或者不是 PDF；请重新导出，或另存为 .docx');
}

async function readPages(library: PdfJs, file: PdfDocument): Promise<ReadPage[]> {
  if (file.numPages > PDF_LIMITS.pages)
    throw new UnreadableFile(
      `PDF 有 ${file.numPages} 页，超过 ${PDF_LIMITS.pages} 页，没有读；请只导出年报的部分`,
    );
  const pages: ReadPage[] = [];
  let characters = 0;
  let before: PageBefore | undefined;
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const drawn = await page.getOperatorList();
    if (drawn.fnArray.length > PDF_LIMITS.operators)
      throw new UnreadableFile(`PDF 第 ${number} 页太复杂，没有读；请另存为 .docx`);
    const annotations: readonly Annotation[] = await page.getAnnotations();
    const operators = withoutComments(drawn, library.OPS, annotations);
    const { toPage, width, height } = placeOf(page);
    const fonts = await fontsOf(page, fontNames(operators, library.OPS));
    const left = PDF_LIMITS.characters - characters;
    const glyphs = glyphsOf(operators, library.OPS, toPage, fonts, left);
    characters += glyphs.length;
    if (characters > PDF_LIMITS.characters)
      throw new UnreadableFile('PDF 的文字太多（超过 200 万字），没有读；请只导出年报的部分');
    const pictures = picturesOf(operators, library.OPS, toPage, number);
    const scan = pictures.find((picture) => isWholePage(picture, width * height));
    const isOn = (chunk: Chunk) =>
      chunk.right > 0 && chunk.left < width && chunk.base + chunk.size > 0 && chunk.base < height;
    // words that cannot be seen are those of a scan, or hidden
    const shown = [...glyphs, ...filledIn(annotations, toPage)].filter(
      ({ isInvisible }) => scan || !isInvisible,
    );
    const marks = new WordLines(shown);
    const rules = ruledLinesOf(operators, library.OPS, toPage, PDF_LIMITS.rules, (line) =>
      marks.takes(line),
    );
    const unstruck = shown.filter((glyph) => !marks.isStruck(glyph));
    const chunks = chunksOf(unstruck, number).filter(isOn);
    const grids = gridsOf(rules);
    page.cleanup();
    const { tables, loose } = tablesOf(grids, chunks, number);
    const aligned = alignedTables(linesOf(loose), before);
    const last = pages.at(-1);
    if (last) pages[pages.length - 1] = { ...last, lines: aligned.linesBefore };
    before = aligned;
    pages.push({
      height,
      lines: aligned.lines,
      tables: [...tables, ...aligned.tables],
      // under words it is their background; a page number stands on scans, too
      pictures:
        chunks.reduce((sum, { text }) => sum + text.length, 0) > FEW_WORDS
          ? pictures.filter((picture) => picture !== scan)
          : pictures,
      comments: commentsIn(annotations),
      strikes: marks.strikes,
      isRecognised: shown.some(({ isInvisible }) => isInvisible),
    });
  }
  return pages;
}

/** What pdf.js knows of fonts; it may still be about to say so. */
async function fontsOf(
  { commonObjs }: PdfPageProxy,
  names: ReadonlySet<string>,
): Promise<Map<string, PdfFont>> {
  const fonts = new Map<string, PdfFont>();
  for (const name of names) {
    const font = await new Promise<unknown>((resolve) => commonObjs.get(name, resolve));
    // of a font that could not be read it gives an error
    if (font instanceof Object && !(font instanceof Error)) fonts.set(name, font);
  }
  return fonts;
}

/** From the page's own space to the page as it is shown, lower left corner at 0, 0. */
function placeOf(page: PdfPageProxy): { toPage: Matrix; width: number; height: number } {
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  const [width, height] = [right - left, top - bottom];
  switch (((page.rotate % 360) + 360) % 360) {
    case 90:
      return { toPage: [0, -1, 1, 0, -bottom, right], width: height, height: width };
    case 180:
      return { toPage: [-1, 0, 0, -1, right, top], width, height };
    case 270:
      return { toPage: [0, 1, -1, 0, top, -left], width: height, height: width };
    default:
      return { toPage: [1, 0, 0, 1, -left, -bottom], width, height };
  }
}

/** All pages as one text. */
function textOfPages(pages: readonly ReadPage[], missing: ReadonlySet<string>): OfficeText {
  const furniture = furnitureOf(pages);
  const lines = pages.flatMap((page) => page.lines).filter((line) => !furniture.lines.has(line));
  if (lines.length === 0 && pages.every(({ tables }) => tables.length === 0))
    throw new UnreadableFile(
      'PDF 里没有文字，多半是扫描件或图片；请用 Word、WPS 的原稿，或先做文字识别（OCR）',
    );
  const overflow = overflowOf(pages, furniture.lines);
  const setting = new PageSetting(lines);
  const text = new Composition();
  let paragraph: PrintedLine[] = [];
  let table: PdfTable | undefined;
  // words go on beside a picture: it stands behind them
  let held: PdfPicture[] = [];
  const close = () => {
    if (paragraph.length > 0) text.paragraph(paragraph);
    if (table) text.table(table);
    for (const picture of held)
      if (table) text.pictureInTable();
      else text.picture(picture);
    paragraph = [];
    table = undefined;
    held = [];
  };
  for (const page of pages)
    for (const block of inOrder(page)) {
      if ('bottom' in block && !('rows' in block)) {
        if (table && (table.page !== block.page || table.bottom > block.top)) close();
        held.push(block);
      } else if ('rows' in block) {
        if (table && goesOn(table, block)) table = joinTables(table, block);
        else {
          close();
          table = block;
        }
      } else if (!furniture.lines.has(block) && !overflow.has(block)) {
        const last = paragraph.at(-1);
        if (!last || !setting.runsOn(last, block)) close();
        paragraph.push(block);
      }
    }
  close();
  return {
    text: text.text,
    origins: text.origins,
    pictures: text.pictures,
    notes: notesOf(furniture, pages, missing),
  };
}

/**
 * Puts words that stand below a table back into its last row, where the table goes on overleaf: they are
 * of a cell over many rows, which Chromium lets reach beyond its border. Tells which.
 */
function overflowOf(
  pages: readonly ReadPage[],
  furniture: ReadonlySet<PrintedLine>,
): Set<PrintedLine> {
  const found = new Set<PrintedLine>();
  pages.slice(1).forEach((page, i) => {
    const isText = (block: PageBlock): block is PrintedLine | PdfTable =>
      'rows' in block || ('base' in block && !furniture.has(block));
    const before = inOrder(pages[i] as ReadPage).filter(isText);
    const at = before.findLastIndex((block) => 'rows' in block);
    const [table, next] = [before[at], inOrder(page).find(isText)];
    if (!table || !next || !('rows' in table && 'rows' in next) || !goesOn(table, next)) return;
    for (const line of before.slice(at + 1)) {
      if ('rows' in line) return;
      const cells = line.chunks.map((chunk) => cellOver(chunk, table));
      if (cells.some((cell) => !cell)) return;
      for (const cell of new Set(cells)) {
        const own = line.chunks.filter((_, k) => cells[k] === cell);
        if (cell) cell.lines = [...cell.lines, lineOf(own)];
      }
      found.add(line);
    }
  });
  return found;
}

type PageBlock = PrintedLine | PdfTable | PdfPicture;

/** Lines, tables and pictures of a page, from the top. */
function inOrder({ lines, tables, pictures }: ReadPage): PageBlock[] {
  const topOf = (block: PageBlock) => ('top' in block ? block.top : block.base + block.size);
  return [...lines, ...tables, ...pictures].sort((one, other) => topOf(other) - topOf(one));
}

function notesOf(
  { numbers, heads }: { numbers: number; heads: number },
  pages: readonly ReadPage[],
  missing: ReadonlySet<string>,
): string[] {
  const pagesWhere = (holds: (page: ReadPage) => boolean) =>
    pages.flatMap((page, i) => (holds(page) ? [i + 1] : []));
  const left = [
    ...(heads > 0 ? [`页眉页脚 ${heads} 处`] : []),
    ...(numbers > 0 ? [`页码 ${numbers} 处`] : []),
  ];
  const empty = pagesWhere(
    (page) => page.lines.length + page.tables.length + page.pictures.length === 0,
  );
  const recognised = pagesWhere(({ isRecognised }) => isRecognised);
  const pictures = pages.flatMap((page) => page.pictures);
  const comments = pages.reduce((sum, page) => sum + page.comments, 0);
  const strikes = pages.reduce((sum, page) => sum + page.strikes, 0);
  const nameless = pagesWhere(({ tables }) =>
    tables.some(({ rows }) => rows.some((row) => row.isNameless)),
  );
  return [
    ...(left.length > 0 ? [`${left.join('、')}不是正文，没有读入。`] : []),
    ...(pictures.length > 0 ? [`有 ${pictures.length} 张图片，图片里的文字和表格读不到。`] : []),
    ...(strikes > 0 ? [`有 ${strikes} 处划掉的文字，没有读入。`] : []),
    ...(comments > 0 ? [`有 ${comments} 条批注，没有读入。`] : []),
    ...(recognised.length > 0
      ? [`第 ${recognised.join('、')} 页是扫描件，文字是识别出来的，可能有错，请对照原文。`]
      : []),
    ...(empty.length > 0 ? [`第 ${empty.join('、')} 页没有文字，可能是空白页。`] : []),
    ...(nameless.length > 0
      ? [`第 ${nameless.join('、')} 页的表格没有框线，有的数分不清是哪一行，没有读成表格。`]
      : []),
    ...(missing.size > 0 ? ['有的字体没有嵌入 PDF，它的字可能缺失，请对照原文。'] : []),
  ];
}
