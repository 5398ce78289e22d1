// Text as runs of Word: split anywhere, tracked, hidden, commented, wrapped; what is read is the text alone.
import type { Random } from '../generate/random.js';
import { paragraph, run, xmlText } from './wordFile.js';
import type { WordWays } from './wordWays.js';

const LOOKS = [
  '',
  '<w:rFonts w:hint="eastAsia" w:ascii="仿宋"/>',
  '<w:b/><w:bCs/>',
  '<w:vanish w:val="0"/>',
  '<w:sz w:val="32"/>',
];
const BETWEEN = [
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>',
  '<w:r><w:lastRenderedPageBreak/></w:r>',
  '<!-- 9 --><?nothing 9?>',
  '<w:r><w:softHyphen/></w:r>',
  '<w:permStart w:id="3" w:edGrp="everyone"/>',
];

/** The runs of a text of one line; a tab stands for itself. */
export function runsOf(text: string, ways: WordWays, random: Random): string {
  let xml = '';
  for (const piece of piecesOf(text, ways, random)) {
    if (random.chance(ways.splits / 4)) xml += random.pick(BETWEEN);
    if (random.chance(ways.changes / 3)) xml += deleted(random);
    if (random.chance(ways.hidden / 3)) xml += run('藏9', '<w:vanish/>');
    if (random.chance(ways.comments / 3)) xml += COMMENT;
    xml += wrapped(piece, ways, random);
  }
  return xml;
}

function piecesOf(text: string, { splits }: WordWays, random: Random): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece !== '' && random.chance(splits)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

const COMMENT =
  '<w:commentRangeStart w:id="?"/><w:commentRangeEnd w:id="?"/><w:r><w:commentReference w:id="?"/></w:r>';

/** A body whose comments have ids of their own, and the comments: one that is not there spoils a file. */
export function withComments(body: string): { readonly body: string; readonly comments: string } {
  const bodies = body.split(COMMENT);
  const ids = Array.from({ length: bodies.length - 1 }, (_, i) => String(100 + i));
  return {
    body: bodies
      .map((one, i) => (i === 0 ? '' : COMMENT.replaceAll('?', ids[i - 1] as string)) + one)
      .join(''),
    comments: ids
      .map((id) => `<w:comment w:id="${id}" w:author="核">${paragraph('批8')}</w:comment>`)
      .join(''),
  };
}

function deleted(random: Random): string {
  const about = 'w:id="5" w:author="核" w:date="2026-01-05T09:00:00Z"';
  return random.pick([
    `<w:del ${about}><w:r><w:delText>删3</w:delText></w:r></w:del>`,
    `<w:moveFrom ${about}><w:r><w:t>移4</w:t></w:r></w:moveFrom>`,
    `<w:ins ${about}><w:del ${about}><w:r><w:delText>5</w:delText></w:r></w:del></w:ins>`,
  ]);
}

function wrapped(piece: string, ways: WordWays, random: Random): string {
  const xml = random.chance(ways.splits / 3)
    ? oddRun(piece, random)
    : run(piece, random.pick(LOOKS));
  if (random.chance(ways.changes / 2))
    return random.pick([
      `<w:ins w:id="6" w:author="核">${xml}</w:ins>`,
      `<w:moveTo w:id="6" w:author="核">${xml}</w:moveTo>`,
    ]);
  if (random.chance(ways.fields) && /^\d+$/.test(piece)) return inField(xml, random);
  if (random.chance(ways.wraps))
    return random.pick([
      `<w:hyperlink r:id="r9">${xml}</w:hyperlink>`,
      `<w:smartTag w:element="date">${xml}</w:smartTag>`,
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:text/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`,
      `<mc:AlternateContent><mc:Choice Requires="wps">${xml}</mc:Choice><mc:Fallback>${xml}</mc:Fallback></mc:AlternateContent>`,
      `<w:r><w:ruby><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase>${xml}</w:rubyBase></w:ruby></w:r>`,
    ]);
  return xml;
}

/** Characters as entities, as CDATA, or with a comment inside. */
function oddRun(piece: string, random: Random): string {
  const start = '<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>';
  const entities = Array.from(
    piece,
    (character) => `&#x${character.codePointAt(0)?.toString(16)};`,
  );
  const inside = random.pick([
    entities.join(''),
    `<![CDATA[${piece}]]>`,
    `<!--9-->${xmlText(piece)}`,
    `\u00ad${xmlText(piece)}`,
  ]);
  return `${start}<w:t xml:space="preserve">${inside}</w:t></w:r>`;
}

function inField(xml: string, random: Random): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return random.pick([
    `${mark('begin')}<w:r><w:instrText xml:space="preserve"> =SUM(ABOVE) 7 </w:instrText></w:r>${mark('separate')}${xml}${mark('end')}`,
    `<w:fldSimple w:instr=" =SUM(LEFT) 7 ">${xml}</w:fldSimple>`,
    `${mark('begin')}<w:r><w:instrText> IF </w:instrText></w:r>${mark('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>${mark('separate')}${run('7')}${mark('end')}${mark('separate')}${xml}${mark('end')}`,
  ]);
}
