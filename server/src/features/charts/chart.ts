// A picture of a report's figures: what it shows, without how it is drawn.

/** One of the things that are shown side by side: 予以公开 5. */
export interface Share {
  readonly name: string;
  readonly value: number;
}

interface Titled {
  /** 申请办理流向. */
  readonly title: string;
  /** Where the figures stand: 表三 … */
  readonly source: string;
}

/** What came in, and what became of it; both sides come to the same. */
export interface DrawnFlow extends Titled {
  readonly kind: 'flow';
  readonly from: readonly Share[];
  readonly through: Share;
  readonly to: readonly Share[];
}

/** Parts of a whole. */
export interface DrawnBars extends Titled {
  readonly kind: 'bars';
  readonly bars: readonly Share[];
}

/** The same figures over the years. */
export interface DrawnYears extends Titled {
  readonly kind: 'years';
  /** In order of time. */
  readonly years: readonly number[];
  /** A figure for each year; null where it is not known. */
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  /** What is not drawn. */
  readonly note?: string;
}

/** What cannot be drawn, and why. */
export interface NotDrawn extends Titled {
  readonly kind: 'none';
  readonly why: string;
}

export type Chart = DrawnFlow | DrawnBars | DrawnYears | NotDrawn;
