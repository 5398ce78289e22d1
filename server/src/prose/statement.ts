// What a sentence says of the tables: a figure, or a claim that comes to one, and of what.

import type { ColumnKey, RowKey } from '../form/formats.js';
import type { Span } from '../text/span.js';

/** What happened to applications; outcomes go by the keys of their rows, groups included. */
export type Act =
  /** 新收: this year's alone. */
  | 'new'
  | 'received'
  /** 办理, 收办, 处理: received or finished, with or without last year's. */
  | 'handled'
  /** 依申请公开3件, without a verb: any of these, or what was disclosed. */
  | 'mentioned'
  | 'finished'
  | 'answered'
  | 'carriedIn'
  | 'carriedOut'
  /** 结转, without from or to. */
  | 'carried'
  /** 公开: in full, or in part as well. */
  | 'disclosed'
  | { readonly outcome: RowKey };

export type ReviewBlock = 'reconsideration' | 'direct' | 'afterReview' | 'litigation';

/** What is counted, in the terms of the three tables. */
export type Subject =
  | {
      readonly table: 'requests';
      readonly act: Act;
      /** 自然人, 法人或其他组织 (all columns between), or all. */
      readonly applicant: ColumnKey | 'organizations';
    }
  | {
      readonly table: 'review';
      /** Added up where there are several. */
      readonly blocks: readonly ReviewBlock[];
      /** Added up where there are several. */
      readonly columns: readonly ColumnKey[];
    }
  | { readonly table: 'disclosure'; readonly row: RowKey; readonly act: DisclosureAct };

export type DisclosureAct = 'issued' | 'repealed' | 'inForce' | 'decisions' | 'amount';

export interface Statement {
  readonly subject: Subject;
  readonly value: number;
  /** Decimals written; amounts are compared as precisely as they are told. */
  readonly decimals: number;
  /** What the value is counted in: 1, or 1e4 where 万 is written. */
  readonly scale: number;
  readonly measure: string;
  /** 含上年结转的3件: a part, which must not be more than the table has. */
  readonly part: boolean;
  /** The figure with its measure word, or the words of the claim. */
  readonly span: Span;
  /** The digits alone; null for a claim in words (未收到, 全部办结). */
  readonly figure: Span | null;
  /** The words around it, folded, for messages. */
  readonly words: string;
}
