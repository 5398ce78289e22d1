// What section 六 says of 信息处理费: since when, how it is told to be there, and what most reports say.

/** The fee may be taken since 2021-01-01 (国办函〔2020〕109号). */
export const FEE_SINCE = 2021;

/** Words that tell that the fee is spoken of. */
export const FEE = /信息处理费|信息公开处理费|处理费|收费|收取(?:任何)?费用|未收取/;

/** The sentence of a report whose office took none. */
export function noFee(year: number): string {
  return `${year}年未收取政府信息公开信息处理费。`;
}
