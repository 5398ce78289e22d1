// The ways in which Word writes one and the same text: what a report is written in is drawn by lot.
import type { Random } from '../generate/random.js';
import type { WordWriting } from './wordFile.js';

/** One choice a report. */
export interface WordWays {
  /** Cells merged to the right: one wide cell, or several of which all but the first are part of it. */
  readonly wide: 'gridSpan' | 'hMerge';
  /** A continued cell is written `<w:vMerge/>`, or with its value. */
  readonly saysContinue: boolean;
  /** Blank places at the left are no cells: `gridBefore`. */
  readonly leavesOut: boolean;
  /** Some edges are drawn a hair apart. */
  readonly hair: boolean;
  /** The file does not say how wide columns are. */
  readonly widthless: boolean;
  /** Lines of a cell: paragraphs, or line breaks. */
  readonly lines: 'paragraphs' | 'breaks';
  /** Text in runs as they come: 0 whole, 1 each character by itself. */
  readonly splits: number;
  /** How much is tracked, hidden, commented, wrapped. */
  readonly changes: number;
  readonly hidden: number;
  readonly comments: number;
  readonly wraps: number;
  /** Figures as results of fields. */
  readonly fields: number;
  /** Numbers of headings and labels by Word's lists. */
  readonly lists: boolean;
  /** The title in a text box. */
  readonly titleInBox: boolean;
  /** Tables within a table of one cell. */
  readonly nested: boolean;
  /** The whole text in a control. */
  readonly control: boolean;
  readonly writing: WordWriting;
}

/** Draws the ways of a report by lot. */
export function wordWays(random: Random): WordWays {
  const often = () => (random.chance(0.5) ? random.next() * 0.4 : 0);
  const widthless = random.chance(0.15);
  return {
    wide: random.chance(0.3) ? 'hMerge' : 'gridSpan',
    saysContinue: random.chance(0.3),
    leavesOut: random.chance(0.5),
    hair: !widthless && random.chance(0.4),
    widthless,
    lines: random.pick(['paragraphs', 'breaks']),
    splits: random.pick([0, 0.1, 0.5, 1]),
    changes: often(),
    hidden: often() / 2,
    comments: often() / 2,
    wraps: often(),
    fields: often(),
    lists: random.chance(0.5),
    titleInBox: random.chance(0.2),
    nested: random.chance(0.15),
    control: random.chance(0.15),
    writing: {
      prefix: random.pick(['w', 'w', 'w', 'ns0', 'wx']),
      isStrict: random.chance(0.2),
      encoding: random.pick(['utf-8', 'utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be']),
      isStored: random.chance(0.2),
      main: random.pick([
        'word/document.xml',
        'word/document.xml',
        'word/document2.xml',
        'main.xml',
      ]),
      isAbsolute: random.chance(0.2),
    },
  };
}
