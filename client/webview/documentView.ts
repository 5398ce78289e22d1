// The report as its readers will see it. What has not changed stays as it is: what is being typed, and
// where one is.
import type {
  FormBlock,
  FormFinding,
  FormLine,
  FormTable,
  FormTableCell,
  FormView,
  FormWords,
  OffsetRange,
} from '../../server/src/lsp/protocol.js';
import { element, setAttribute } from './dom.js';
import { type CellField, type Direction, FigureField } from './figureField.js';
import { FINDINGS } from './findingCard.js';
import { ParagraphField } from './paragraphField.js';
import { post } from './wire.js';

interface ShownBlock {
  block: FormBlock;
  /** All that can be seen of it. */
  key: string;
  readonly node: HTMLElement;
  /** Cells of a table in the order of its rows. */
  readonly cells: readonly HTMLTableCellElement[];
}

const NAMES = {
  disclosure: '主动公开政府信息情况',
  requests: '收到和处理政府信息公开申请情况',
  review: '政府信息公开行政复议、行政诉讼情况',
};

export class DocumentView {
  #shown: ShownBlock[] = [];
  #view: FormView | undefined;
  readonly #fields = new Map<string, FigureField>();
  readonly #places = new WeakMap<Element, OffsetRange>();

  constructor(readonly root: HTMLElement) {
    root.addEventListener('click', (event) => this.#goTo(event, false));
    root.addEventListener('dblclick', (event) => this.#goTo(event, true));
  }

  get view(): FormView | undefined {
    return this.#view;
  }

  show(view: FormView): void {
    this.#view = view;
    const { blocks } = view;
    const before = this.#shown;
    const focused = this.#focusedFigure();
    // what stands above and below a change keeps its elements, wherever it is now
    const [head, tail] = alikeAtEnds(before, blocks);
    const shift = blocks.length - before.length;
    const behind = before[before.length - tail]?.node ?? null;
    this.#shown = blocks.map((block, i) => {
      const isBehind = i >= blocks.length - tail;
      const was = isBehind ? before[i - shift] : i < before.length - tail ? before[i] : undefined;
      return this.#place(was, block, behind);
    });
    for (const { node } of before.slice(Math.max(head, blocks.length - tail), before.length - tail))
      leave(node).remove();
    this.#forgetFields();
    // a table that was made anew takes the keyboard back
    if (focused && !this.#focusedFigure()) this.#fields.get(focused)?.input.focus();
  }

  /** The figure that has the keyboard. */
  #focusedFigure(): string | undefined {
    for (const [key, { input }] of this.#fields) if (input === document.activeElement) return key;
    return undefined;
  }

  /** Shows the text as it is, also where something else was written. */
  refresh(): void {
    if (this.#view) this.show(this.#view);
  }

  /** Marks the block or cell that the cursor is in. */
  mark(offset: number): void {
    for (const one of this.root.querySelectorAll('.here')) one.classList.remove('here');
    const shown = this.#shown.findLast(({ block }) => block.span.start <= offset);
    if (!shown || offset > shown.block.span.end) return;
    const cell = shown.cells.find((one) => {
      const place = this.#places.get(one);
      return place && place.start <= offset && offset <= place.end;
    });
    (cell ?? shown.node).classList.add('here');
  }

  /** Offsets of the text, and where on the page they are shown, from top to bottom. */
  anchors(): { readonly offset: number; readonly top: number }[] {
    const anchors: { offset: number; top: number }[] = [];
    const add = (offset: number, node: Element) => {
      const top = node.getBoundingClientRect().top + window.scrollY;
      const last = anchors.at(-1);
      if (!last || (offset > last.offset && top > last.top)) anchors.push({ offset, top });
    };
    for (const { block, node, cells } of this.#shown) {
      add(block.span.start, node);
      for (const cell of cells) {
        const place = this.#places.get(cell);
        if (place) add(place.start, cell);
      }
    }
    return anchors;
  }

  /** A figure is in the text, or is not; says which one. */
  answered(number: number, version: number | null): string | undefined {
    for (const field of this.#fields.values()) {
      const about = field.answered(number, version);
      if (about !== undefined) return about;
    }
    return undefined;
  }

  /** The shown block where there was one; it keeps its element if that looks the same. A new one goes before `behind`. */
  #place(before: ShownBlock | undefined, block: FormBlock, behind: Node | null): ShownBlock {
    const key = lookOf(block, this.#view?.findings ?? []);
    const isSame = before?.key === key;
    const isSameTable =
      before?.block.kind === 'table' &&
      block.kind === 'table' &&
      shapeOf(before.block) === shapeOf(block);
    const isWriting =
      block.kind === 'paragraph' &&
      before?.block.kind === 'paragraph' &&
      before.node.contains(document.activeElement);
    if (before && (isSame || isSameTable || isWriting)) {
      if (block.kind === 'table') this.#updateTable(before.cells, block);
      this.#keepPlaces(before, block);
      // what is being written is shown anew when it is left
      return Object.assign(before, { block, key: isSame || isSameTable ? key : before.key });
    }
    const [node, cells] = block.kind === 'table' ? this.#table(block) : [this.#words(block), []];
    if (before) leave(before.node).replaceWith(node);
    else this.root.insertBefore(node, behind);
    const made = { block, key, node, cells };
    this.#keepPlaces(made, block);
    this.#letWrite(made);
    return made;
  }

  /** A paragraph that stands in the text as it is shown can be written in. */
  #letWrite(shown: ShownBlock): void {
    const { block, node } = shown;
    const line = node.querySelector<HTMLElement>('.line');
    if (block.kind !== 'paragraph' || block.lines.length !== 1 || !block.lines[0]?.span || !line)
      return;
    const placeOf = () => {
      const line = shown.block.kind === 'paragraph' ? shown.block.lines[0] : undefined;
      if (!line?.span || !this.#view) return undefined;
      return { span: line.span, version: this.#view.version, text: line.text };
    };
    new ParagraphField(line, placeOf, (isWritten) => {
      shown.key = ''; // it looks as it was left, whatever is in the text
      if (!isWritten) this.refresh();
    });
  }

  #keepPlaces({ node }: ShownBlock, block: FormBlock): void {
    this.#places.set(node, block.span);
    if (block.kind === 'table') return;
    node.querySelectorAll('.line').forEach((line, i) => {
      const { span } = block.lines[i] ?? {};
      if (span) this.#places.set(line, span);
    });
  }

  #words(block: FormWords): HTMLElement {
    const { kind, level, lines, findings, note } = block;
    const name =
      kind === 'title' ? 'h1' : kind === 'heading' ? (`h${(level ?? 1) + 1}` as 'h2') : 'p';
    const node = element(name, { class: kind });
    lines.forEach((line, i) => {
      if (i > 0) node.append(element('br'));
      node.append(this.#line(line));
    });
    if (findings.length > 0) node.append(' ', badge(findings));
    if (note) node.prepend(noteOf(note));
    return node;
  }

  #line({ text, marks }: FormLine): HTMLElement {
    const line = element('span', { class: 'line' });
    const ends = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
    const cuts = [...ends].sort((a, b) => a - b);
    cuts.slice(1).forEach((end, i) => {
      const start = cuts[i] as number;
      const own = marks.filter((mark) => mark.start <= start && end <= mark.end);
      const words = text.slice(start, end);
      if (own.length === 0) line.append(words);
      else
        line.append(
          this.#mark(
            words,
            own.map(({ finding }) => finding),
          ),
        );
    });
    return line;
  }

  #mark(words: string, findings: readonly number[]): HTMLElement {
    return element(
      'mark',
      { class: this.#worst(findings), tabindex: -1, [FINDINGS]: findings.join(' ') },
      words,
    );
  }

  #table(table: FormTable): [HTMLElement, HTMLTableCellElement[]] {
    const cells: HTMLTableCellElement[] = [];
    const body = element('tbody');
    const name = table.key && NAMES[table.key];
    const grid = element(
      'table',
      { ...(name && { role: 'grid', 'aria-label': name, class: table.key }) },
      body,
    );
    for (const row of table.rows) {
      const line = element('tr');
      for (const cell of row) {
        const isHead = cell.kind !== undefined && cell.kind !== 'figure' && cell.kind !== 'corner';
        const made = element(isHead ? 'th' : 'td', {
          class: cell.kind,
          ...(cell.kind === 'row' && { scope: 'row' }),
          ...((cell.kind === 'column' || cell.kind === 'caption') && { scope: 'col' }),
          ...(cell.colSpan > 1 && { colspan: cell.colSpan }),
          ...(cell.rowSpan > 1 && { rowspan: cell.rowSpan }),
        });
        line.append(made);
        cells.push(made);
      }
      body.append(line);
    }
    const scroller = element('div', { class: 'table' }, grid);
    if (table.note) scroller.prepend(noteOf(table.note));
    this.#updateTable(cells, table);
    return [scroller, cells];
  }

  #updateTable(nodes: readonly HTMLTableCellElement[], table: FormTable): void {
    const all = table.rows.flat();
    for (const [i, node] of nodes.entries()) this.#updateCell(node, all[i] as FormTableCell, table);
    const wrapper = nodes[0]?.closest('.table');
    wrapper?.querySelector('.badge')?.remove();
    if (table.findings.length > 0) wrapper?.append(badge(table.findings));
  }

  #updateCell(node: HTMLTableCellElement, cell: FormTableCell, table: FormTable): void {
    if (cell.span) this.#places.set(node, cell.span);
    else this.#places.delete(node);
    const findings = cell.findings.length > 0 ? cell.findings.join(' ') : undefined;
    const worst = findings === undefined ? '' : this.#worst(cell.findings);
    for (const grade of GRADES) node.classList.toggle(grade, grade === worst);
    if (!cell.figure || !table.key) {
      setAttribute(node, FINDINGS, findings);
      setAttribute(node, 'tabindex', findings && '0');
      if (node.textContent !== cell.text) node.textContent = cell.text;
      return;
    }
    const key = `${table.key} ${cell.figure.row} ${cell.figure.column}`;
    let field = this.#fields.get(key);
    if (!field?.isIn(node)) {
      field = new FigureField(node, this);
      this.#fields.set(key, field);
    }
    field.update({ table: table.key, cell, version: this.#view?.version ?? 0 }, findings);
  }

  #forgetFields(): void {
    for (const [key, field] of this.#fields) if (!field.isConnected) this.#fields.delete(key);
  }

  #worst(findings: readonly number[]): FormFinding['severity'] {
    const all = findings.map((number) => this.#view?.findings[number]?.severity);
    return GRADES.find((grade) => all.includes(grade)) ?? 'hint';
  }

  #goTo({ target }: Event, focus: boolean): void {
    for (
      let node = target as Element | null;
      node && node !== this.root;
      node = node.parentElement
    ) {
      const place = this.#places.get(node);
      if (!place) continue;
      post({ type: 'goTo', start: place.start, end: place.end, focus });
      return;
    }
  }

  /** The next figure field in a direction, in this table or the next one. */
  neighbour(field: CellField, direction: Direction): HTMLInputElement | undefined {
    return neighbourOf(field, direction, this.root);
  }
}

/** By where they are on the page: merged cells have no simple place in rows and columns. */
function neighbourOf(
  field: CellField,
  direction: Direction,
  root: HTMLElement,
): HTMLInputElement | undefined {
  const all = [...root.querySelectorAll<HTMLInputElement>('td.figure input')];
  const at = all.indexOf(field.input);
  if (direction === 'left' || direction === 'right')
    return all[at + (direction === 'left' ? -1 : 1)];
  const here = field.input.getBoundingClientRect();
  const middle = (here.left + here.right) / 2;
  const ahead = direction === 'down' ? all.slice(at + 1) : all.slice(0, Math.max(0, at)).reverse();
  const isBeyond = ({ top, bottom }: DOMRect) =>
    direction === 'down' ? top >= here.bottom - 1 : bottom <= here.top + 1;
  return ahead.find((one) => {
    const cell = (one.closest('td') as Element).getBoundingClientRect();
    return isBeyond(cell) && cell.left <= middle && middle <= cell.right;
  });
}

const GRADES = ['error', 'warning', 'info', 'hint'] as const;

function noteOf(words: string): HTMLElement {
  return element('span', { class: 'plain', role: 'note' }, words);
}

function badge(findings: readonly number[]): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'badge', [FINDINGS]: findings.join(' '), 'aria-label': '这里的问题' },
    '!',
  );
}

/** An element that is about to go: what is being typed in it goes to the text first. */
function leave(node: HTMLElement): HTMLElement {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && node.contains(activeElement)) activeElement.blur();
  return node;
}

/** How many blocks at the beginning and at the end say the same as before. */
function alikeAtEnds(before: readonly ShownBlock[], after: readonly FormBlock[]): [number, number] {
  const isSame = (i: number) => {
    const [one, other] = [before.at(i), after.at(i)];
    return one !== undefined && other !== undefined && isAlike(one.block, other);
  };
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(head)) head++;
  let tail = 0;
  while (tail < most - head && isSame(-1 - tail)) tail++;
  return [head, tail];
}

/** Whether two blocks are the same part of a report, whatever was found in it. */
function isAlike(one: FormBlock, other: FormBlock): boolean {
  if (one.kind === 'table' || other.kind === 'table')
    return one.kind === 'table' && other.kind === 'table' && shapeOf(one) === shapeOf(other);
  const words = ({ lines }: FormWords) => lines.map(({ text }) => text).join('\n');
  return one.kind === other.kind && words(one) === words(other);
}

/** All that can be seen of a block; where it stands is not. */
function lookOf(block: FormBlock, findings: FormView['findings']): string {
  const graded = (numbers: readonly number[]) =>
    numbers.map((number) => [number, findings[number]?.severity]);
  return JSON.stringify(block, (key, value) => {
    if (key === 'span') return undefined;
    if (key === 'findings') return graded(value);
    if (key === 'finding') return graded([value]);
    return value;
  });
}

/** Which cells a table has. */
function shapeOf({ key, rows, note }: FormTable): string {
  const shapes = rows.map((row) =>
    row.map(({ at, colSpan, rowSpan, kind, figure }) => [
      at,
      colSpan,
      rowSpan,
      kind,
      figure?.row,
      figure?.column,
    ]),
  );
  return JSON.stringify([key, note, shapes]);
}
