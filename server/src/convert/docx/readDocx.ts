// Word files (.docx) → report text with the way back into document.xml. Any bytes are taken: what is no
// such file, damaged or made to exhaust memory is told in a sentence; nothing outside the file is looked at.
import type { Span } from '../../text/span.js';
import { type OfficeText, type Origin, UnreadableFile } from '../office.js';
import { answered, type ThreadAnswer } from '../readerThread.js';
import type { WordLine } from './docxFlow.js';
import { DocxNotes } from './docxNotes.js';
import { DocxNumbering } from './docxNumbering.js';
import { DocxParts } from './docxParts.js';
import { DocxRelations, mainPart } from './docxRelations.js';
import { DocxStory } from './docxStory.js';
import { DocxStyles } from './docxStyles.js';
import { scanXml } from './docxXml.js';

/** Reads a Word file; throws `UnreadableFile` with the reason if it cannot be read. */
export function readDocx(bytes: Uint8Array): OfficeText {
  const parts = new DocxParts(bytes);
  return readMainPart(parts, mainPart(parts));
}

/** What to read otherwise than the file has it. */
export interface OtherReading {
  /** In place of the main part. */
  readonly xml?: string;
  /** Tracked changes by their ids that are read as rejected; all others are accepted. */
  readonly rejected?: ReadonlySet<string>;
}

/** Reads the text of an opened file. */
export function readMainPart(
  parts: DocxParts,
  main: string,
  { xml = parts.text(main) ?? '', rejected = new Set() }: OtherReading = {},
): OfficeText {
  const relations = new DocxRelations(parts, main);
  const textOf = (type: string) => parts.text(relations.byType(type) ?? '');
  const styles = new DocxStyles(textOf('styles'));
  const notes = new DocxNotes();
  const story = new DocxStory(xml, {
    styles,
    notes,
    rejected,
    numbering: new DocxNumbering(textOf('numbering'), styles),
    pictureName: (id) => fileName(relations.byId(id ?? '')),
  });
  scanXml(xml, story);
  const lines = story.end();
  if (!lines.some(hasWords)) throw new UnreadableFile(wordless(notes));
  return asText(lines, notes);
}

/** Reads a Word file in a thread, for the one who waits outside: `readInThread`. */
export function answerDocx(bytes: Uint8Array): Promise<ThreadAnswer> {
  return answered(() => readDocx(bytes));
}

function hasWords({ kind, pieces }: WordLine): boolean {
  return kind !== 'picture' && pieces.some(({ text }) => text.trim() !== '');
}

function wordless({ pictures }: DocxNotes): string {
  return pictures > 0 ? '文件里只有图片，没有文字，读不出内容；请用有文字的文件' : '文件里没有文字';
}

function asText(lines: readonly WordLine[], notes: DocxNotes): OfficeText {
  const origins: Origin[] = [];
  const pictures: Span[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const line of lines) {
    if (texts.length > 0) at += 1; // the line end
    const lineStart = at;
    let written = '';
    for (const { text, start, end, run } of line.pieces) {
      written += text;
      const isFiller = start === end && text !== '' && text.trim() === '';
      if (!isFiller)
        origins.push({
          start: at,
          end: at + text.length,
          place: { kind: 'word', start, end, ...(run && { run }) },
        });
      at += text.length;
    }
    texts.push(written);
    if (line.kind === 'picture') pictures.push({ start: lineStart, end: at });
    for (let i = 0; i < (line.pictures ?? 0); i++) pictures.push({ start: at, end: at });
  }
  return { text: texts.join('\n'), origins, pictures, notes: notes.sentences() };
}

/** word/media/image1.png → image1.png, in characters that can stand in a link. */
function fileName(part = '图片'): string {
  return part.slice(part.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}._-]/gu, '_');
}
