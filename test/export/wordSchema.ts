// What ECMA-376 asks of the XML of a Word file, as far as ours goes: parts and relations, the order of
// elements, and tables whose cells fill the grid.
import { strFromU8, unzipSync } from 'fflate';

/** The order in which children must come; what is not named may not be there. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs snapToGrid spacing ind contextualSpacing jc textAlignment outlineLvl rPr',
  'w:rPr': 'rStyle rFonts b i color spacing w kern position sz szCs u lang',
  'w:tblPr': 'tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'trPr tc',
  'w:tc': 'tcPr p',
  'w:p': 'pPr r',
  'w:sectPr': 'footerReference pgSz pgMar pgNumType cols docGrid',
  'w:style': 'name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr',
  'w:settings': 'defaultTabStop evenAndOddHeaders characterSpacingControl compat',
  'w:font': 'altName panose1 charset family notTrueType pitch sig',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:document': 'body',
};

/** An element with its attributes, its children and the text in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The parts of a file by name. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([name, content]) => [name, strFromU8(content)]));
}

/** Reads XML as our own files have it: no comments, no CDATA. Throws where tags do not fit. */
export function xmlOf(part: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const rest = part.replace(/^<\?xml[^?]*\?>\s*/, '');
  for (const [piece] of rest.matchAll(/<[^<>]+>|[^<>]+|[<>]/g)) {
    const top = open.at(-1) as XmlElement;
    if (piece === '<' || piece === '>') throw new Error(`a bare ${piece}`);
    if (!piece.startsWith('<')) {
      if (/&(?!amp;|lt;|gt;|quot;)/.test(piece)) throw new Error(`an entity in ${piece}`);
      top.text += piece;
    } else if (piece.startsWith('</')) {
      if (open.pop()?.name !== piece.slice(2, -1)) throw new Error(`${piece} ends nothing`);
    } else {
      const [, name = '', about = '', empty] =
        /^<([\w:]+)((?: [\w:]+="[^"]*")*)(\/?)>$/.exec(piece) ?? [];
      if (name === '') throw new Error(`no tag: ${piece}`);
      const attributes = Object.fromEntries(
        Array.from(about.matchAll(/([\w:]+)="([^"]*)"/g), ([, key, value]) => [key, value]),
      );
      const element = { name, attributes, children: [], text: '' };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1 || root.children.length !== 1) throw new Error('not one element');
  return root.children[0] as XmlElement;
}

/** All elements of a name, in document order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((child) => all(child, name))];
}

/** The value of a child: `<w:gridSpan w:val="3"/>`. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.children.find((child) => child.name === name)?.attributes['w:val'];
}

/** All that is wrong with a file, in words. */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const faults: string[] = [];
  const trees = new Map(Object.entries(parts).map(([name, xml]) => [name, xmlOf(xml)]));
  const types = all(trees.get('[Content_Types].xml') as XmlElement, 'Override').map(
    ({ attributes }) => attributes.PartName,
  );
  for (const name of Object.keys(parts))
    if (!name.endsWith('.rels') && name !== '[Content_Types].xml' && !types.includes(`/${name}`))
      faults.push(`${name} has no type`);
  const relations = all(
    trees.get('word/_rels/document.xml.rels') as XmlElement,
    'Relationship',
  ).map(({ attributes }) => attributes);
  for (const { Target = '' } of relations)
    if (!(`word/${Target}` in parts)) faults.push(`${Target} is not there`);
  const document = trees.get('word/document.xml') as XmlElement;
  for (const { attributes } of all(document, 'w:footerReference'))
    if (!relations.some(({ Id }) => Id === attributes['r:id']))
      faults.push('a footer is not there');
  const styles = all(trees.get('word/styles.xml') as XmlElement, 'w:style').map(
    ({ attributes }) => attributes['w:styleId'],
  );
  for (const name of ['w:pStyle', 'w:rStyle'])
    for (const { attributes } of all(document, name))
      if (!styles.includes(attributes['w:val'])) faults.push(`no style ${attributes['w:val']}`);
  for (const tree of trees.values()) faults.push(...misplaced(tree));
  for (const table of all(document, 'w:tbl')) faults.push(...tableFaults(table));
  const [body] = document.children;
  const last = body?.children.at(-1)?.name;
  if (last !== 'w:sectPr') faults.push('the page is not told last');
  if (body?.children.at(-2)?.name === 'w:tbl') faults.push('a table ends the text');
  return faults;
}

function misplaced(element: XmlElement): string[] {
  const order = ORDER[element.name]?.split(' ').map((name) => `w:${name}`);
  const faults = element.children.flatMap(misplaced);
  if (!order) return faults;
  const places = element.children.map(({ name }) => order.indexOf(name));
  places.forEach((place, i) => {
    const name = element.children[i]?.name;
    if (place < 0) faults.push(`${name} in ${element.name}`);
    else if (place < (places[i - 1] ?? 0)) faults.push(`${name} late in ${element.name}`);
  });
  return faults;
}

function tableFaults(table: XmlElement): string[] {
  const faults: string[] = [];
  const widths = all(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
  let above = new Map<number, number>();
  for (const row of table.children.filter(({ name }) => name === 'w:tr')) {
    const now = new Map<number, number>();
    let at = 0;
    for (const cell of row.children.filter(({ name }) => name === 'w:tc')) {
      const [properties] = cell.children;
      const span = Number(valOf(properties, 'w:gridSpan') ?? 1);
      const merge = valOf(properties, 'w:vMerge');
      const width = Number(properties?.children[0]?.attributes['w:w']);
      const wanted = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
      if (width !== wanted) faults.push(`a cell is ${width} wide, its columns ${wanted}`);
      if (merge === 'continue' && above.get(at) !== span) faults.push('a cell goes on from none');
      if (merge) now.set(at, span);
      if (cell.children.at(-1)?.name !== 'w:p') faults.push('a cell has no paragraph');
      at += span;
    }
    const after = Number(valOf(row.children[0], 'w:gridAfter') ?? 0);
    if (at + after !== widths.length) faults.push(`a row has ${at + after} of ${widths.length}`);
    if (!row.children[0]?.children.some(({ name }) => name === 'w:cantSplit'))
      faults.push('a row may be cut');
    above = now;
  }
  return faults;
}
