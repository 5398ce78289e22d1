// A copy that was written into, looked at as Word would: what ECMA-376 asks of comments and tracked changes,
// and what must be as it was.
import { unzipSync } from 'fflate';
import { scanXml } from '../../server/src/convert/docx/docxXml.js';
import { commentsIn } from '../../server/src/convert/docx/write/commentsPart.js';

/** Text of a part, in whatever encoding. */
function textOf(bytes: Uint8Array | undefined): string {
  const [first, second] = bytes ?? [];
  const encoding =
    first === 0xff ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** How often each comment is begun, ended, referred to and told, by ids. */
interface Told {
  start: number;
  end: number;
  reference: number;
  comment: number;
}

/** What is wrong with the comments and changes of `author` in a file: nothing, as a rule. */
export function faultsOf(bytes: Uint8Array, author: string): string[] {
  const faults: string[] = [];
  const parts = unzipSync(bytes);
  const relations = Object.entries(parts).filter(([name]) => name.endsWith('.rels'));
  const main = /Type="[^"]*\/officeDocument" Target="\/?([^"]+)"/.exec(
    textOf(parts['_rels/.rels']),
  )?.[1] as string;
  const at = main.lastIndexOf('/') + 1;
  const [, rels] =
    relations.find(([name]) => name === `${main.slice(0, at)}_rels/${main.slice(at)}.rels`) ?? [];
  const links = [...textOf(rels).matchAll(/Type="[^"]*\/comments" Target="([^"]+)"/g)];
  if (links.length === 0) return faults;
  if (links.length > 1) faults.push('two relations to comments');
  const target = links[0]?.[1] as string;
  const name = target.startsWith('/') ? target.slice(1) : main.slice(0, at) + target;
  const types = textOf(parts['[Content_Types].xml']);
  if (
    !types.includes(
      `PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"`,
    )
  )
    faults.push('no content type');
  const comments = textOf(parts[name]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(comments)) faults.push('control characters');
  const told = new Map<string, Told>();
  const tell = (id: string, what: keyof Told) => {
    const one = told.get(id) ?? { start: 0, end: 0, reference: 0, comment: 0 };
    one[what]++;
    told.set(id, one);
  };
  const ours = new Set<string>();
  for (const comment of commentsIn(comments)) {
    tell(comment.id, 'comment');
    if (comment.author === author) ours.add(comment.id);
  }
  const changes: string[] = [];
  scanXml(textOf(parts[main]), {
    open(tag, parents) {
      const parent = parents.at(-1) ?? '';
      const id = tag.get('w:id') ?? '';
      if (tag.name === 'w:commentRangeStart') tell(id, 'start');
      if (tag.name === 'w:commentRangeEnd') tell(id, 'end');
      if (tag.name === 'w:commentReference') tell(id, 'reference');
      if (ours.has(id) && tag.name.startsWith('w:commentRange') && !AROUND.has(parent))
        faults.push(`${tag.name} in ${parent}`);
      if (tag.name !== 'w:ins' && tag.name !== 'w:del') return;
      if (tag.get('w:author') !== author) return;
      changes.push(id);
      if (!AROUND.has(parent) && parent !== 'w:rPr') faults.push(`${tag.name} in ${parent}`);
    },
  });
  for (const id of ours) {
    const one = told.get(id) as Told;
    if (one.start !== 1 || one.end !== 1 || one.reference !== 1 || one.comment !== 1)
      faults.push(`comment ${id}: ${JSON.stringify(one)}`);
  }
  if (new Set(changes).size < changes.length) faults.push('two changes of one id');
  return faults;
}

/** What runs stand in, and marks of comments beside them. */
const AROUND = new Set(
  'w:p w:hyperlink w:ins w:smartTag w:sdtContent w:customXml w:moveTo w:bdo w:dir'.split(' '),
);

/** The words that each comment is about, in the order of the comments. */
export function commentedWords(bytes: Uint8Array): string[] {
  const xml = textOf(unzipSync(bytes)['word/document.xml']);
  const comments = commentsIn(textOf(unzipSync(bytes)['word/comments.xml']));
  return comments.map(({ id }) => {
    const from = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
    const until = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
    return Array.from(xml.slice(from, until).matchAll(/<w:t[ >][^<]*/g), ([text]) =>
      text.slice(text.indexOf('>') + 1),
    ).join('');
  });
}

/** The parts that do not lie in both files with the same bytes, packed as they are. */
export function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names.filter((name) => old.get(name) !== now.get(name));
}

/** Local entries as they lie there, by name, in order. */
function entriesOf(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const entries = new Map<string, string>();
  const directory = buffer.readUInt32LE(buffer.length - 6);
  for (let at = 0; at < directory; ) {
    const nameEnd = at + 30 + buffer.readUInt16LE(at + 26);
    const end = nameEnd + buffer.readUInt16LE(at + 28) + buffer.readUInt32LE(at + 18);
    entries.set(buffer.toString('utf8', at + 30, nameEnd), buffer.toString('latin1', at, end));
    at = end;
  }
  return entries;
}
