// What a notice that reports cite is known by.

export interface CitedDocument {
  readonly id: string;
  /** 国办公开办函, 国办函, 国办发 … */
  readonly code: string;
  readonly year: number;
  readonly number: number;
  /** In full, with inner title marks. */
  readonly title: string;
  /** The inner title, where the notice issues another paper. */
  readonly inner?: string;
  /** Words that no other document's title has. */
  readonly words: RegExp;
  /** The report years that it governs; cited for another year it is out of date. */
  readonly until?: number;
}

/** The office that issues the notices on yearly reports. */
export const DISCLOSURE_OFFICE = '国务院办公厅政府信息与政务公开办公室';

/** 国办公开办函〔2021〕30号. */
export function numberOf({ code, year, number }: CitedDocument): string {
  return `${code}〔${year}〕${number}号`;
}
