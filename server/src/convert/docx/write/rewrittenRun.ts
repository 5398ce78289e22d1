// A run of Word in as many runs as comments and tracked changes part it into, all with its look.
import type { Span } from '../../../text/span.js';
import { type WordMarkup, withoutSpan, xmlText } from './wordMarkup.js';
import type { OutlineRun, RunPart } from './wordOutline.js';
import type { RunChange } from './wordPlaces.js';

/** What writing a run takes. */
export interface RunWriting {
  readonly xml: string;
  readonly markup: WordMarkup;
  newId(): string;
  /** A tracked change of some content. */
  tracked(kind: 'ins' | 'del', content: string): string;
}

/** The XML in place of a run; `marks` are what is to stand at places in it, changes do not overlap. */
export function rewrittenRun(
  run: OutlineRun,
  marks: ReadonlyMap<number, string>,
  changes: readonly RunChange[],
  writing: RunWriting,
): string {
  return new RunWriter(run, writing).write(marks, changes);
}

class RunWriter {
  readonly #start: string;
  readonly #end: string;
  readonly #look: string;
  #part = 0;

  constructor(
    readonly run: OutlineRun,
    readonly writing: RunWriting,
  ) {
    const { xml } = writing;
    this.#start = xml.slice(run.tag.start, run.tag.end);
    this.#end = `</${/^<([^\s/>]+)/.exec(this.#start)?.[1] ?? ''}>`;
    this.#look = run.look ? withoutSpan(xml, run.look, run.lookBefore) : '';
  }

  write(marks: ReadonlyMap<number, string>, changes: readonly RunChange[]): string {
    const { run, writing } = this;
    const from = run.parts[0]?.start ?? run.tag.end;
    const until = run.parts.at(-1)?.end ?? from;
    const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
    const places = new Set([from, until, ...marks.keys()]);
    for (const { start, end } of sorted) places.add(start).add(end);
    const ordered = [...places].sort((a, b) => a - b);
    let xml = '';
    let next = 0;
    let isFirst = true;
    ordered.forEach((at, i) => {
      let change = sorted[next];
      while (change && change.end <= at) {
        if (change.newText !== '') xml += this.#inserted(change.newText);
        change = sorted[++next];
      }
      xml += marks.get(at) ?? '';
      const end = ordered[i + 1];
      if (end === undefined) return;
      const isGone = change !== undefined && change.start <= at;
      const content = this.#between({ start: at, end }, isGone);
      const look =
        isFirst && run.look ? writing.xml.slice(run.look.start, run.look.end) : this.#look;
      isFirst = false;
      const written = this.#start + look + content + this.#end;
      xml += isGone ? writing.tracked('del', written) : written;
    });
    return xml;
  }

  /** New words; inside somebody's insertion, which is parted for them. */
  #inserted(words: string): string {
    const { run, writing } = this;
    const text = writing.markup.text('t', xmlText(words));
    const own = writing.tracked('ins', this.#start + this.#look + text + this.#end);
    if (!run.insertion) return own;
    const { tag } = run.insertion;
    const start = writing.xml.slice(tag.start, tag.end);
    const name = /^<([^\s/>]+)/.exec(start)?.[1] ?? '';
    const again = start.replace(
      /([\s:]id\s*=\s*)(?:"[^"]*"|'[^']*')/,
      (_, id: string) => `${id}"${writing.newId()}"`,
    );
    return `</${name}>${own}${again}`;
  }

  /** What stands between two places, as text or as deleted text. */
  #between({ start, end }: Span, isGone: boolean): string {
    const { parts } = this.run;
    let xml = '';
    for (; this.#part < parts.length; this.#part++) {
      const part = parts[this.#part] as RunPart;
      if (part.start >= end) break;
      xml += this.#written(part, { start, end }, isGone);
      if (part.end > end) break;
    }
    return xml;
  }

  #written(part: RunPart, { start, end }: Span, isGone: boolean): string {
    const { xml, markup } = this.writing;
    const { content } = part;
    if (!content) return xml.slice(part.start, part.end);
    const from = Math.max(content.start, start);
    const until = Math.min(content.end, end);
    if (isGone) return markup.text('delText', xml.slice(from, until));
    if (from === content.start && until === content.end) return xml.slice(part.start, part.end);
    return markup.text('t', xml.slice(from, until));
  }
}
