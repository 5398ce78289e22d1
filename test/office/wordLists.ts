// Numbers as lists of Word: 一、 of a heading becomes a place in a list, and stands nowhere in the text.

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The lists of a file, made as they are needed. */
export class WordLists {
  readonly #patterns: { level: string; next: number }[] = [];
  readonly #lists: string[] = [];

  /** The properties of a paragraph that gives this number by itself; none if no list could. */
  properties(numbering: string): string | undefined {
    const [, before = '', sign = '', after = ''] =
      /^([（(]?)([一二三四五六七八九十]|\d)([）).．、]{0,2})$/.exec(numbering) ?? [];
    if (sign === '') return undefined;
    const isHan = HAN.includes(sign);
    const number = isHan ? HAN.indexOf(sign) + 1 : Number(sign);
    const format = isHan ? 'chineseCountingThousand' : 'decimal';
    const level = `<w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${before}%1${after}"/>`;
    let at = this.#patterns.findIndex((pattern) => pattern.level === level);
    if (at < 0) at = this.#patterns.push({ level, next: 1 }) - 1;
    const pattern = this.#patterns[at] as { next: number };
    const start =
      pattern.next === number
        ? ''
        : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${number}"/></w:lvlOverride>`;
    pattern.next = number + 1;
    const list = this.#list(`<w:abstractNumId w:val="${at}"/>${start}`, start !== '');
    return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
  }

  /** numbering.xml, without its root. */
  get xml(): string {
    const patterns = this.#patterns.map(
      ({ level }, i) =>
        `<w:abstractNum w:abstractNumId="${i}"><w:lvl w:ilvl="0"><w:start w:val="1"/>${level}</w:lvl></w:abstractNum>`,
    );
    const lists = this.#lists.map((list, i) => `<w:num w:numId="${i + 1}">${list}</w:num>`);
    return patterns.concat(lists).join('');
  }

  #list(list: string, isNew: boolean): number {
    const known = isNew ? -1 : this.#lists.indexOf(list);
    return known < 0 ? this.#lists.push(list) : known + 1;
  }
}
