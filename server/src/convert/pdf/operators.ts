// What a page tells to draw, one operator after the other, and the map that leads to the page.

/** Operators as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** How pdf.js numbers the operators that say where text and lines stand. */
export type OperatorNames = Readonly<Record<OperatorName, number>>;

type OperatorName =
  | 'save'
  | 'restore'
  | 'transform'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'beginAnnotation'
  | 'endAnnotation'
  | PaintName
  | TextName;

type PaintName =
  | 'constructPath'
  | 'endPath'
  | 'shadingFill'
  | 'stroke'
  | 'closeStroke'
  | 'fill'
  | 'eoFill'
  | 'fillStroke'
  | 'eoFillStroke'
  | 'closeFillStroke'
  | 'closeEOFillStroke';

type TextName =
  | 'beginText'
  | 'setFont'
  | 'setGState'
  | 'setCharSpacing'
  | 'setWordSpacing'
  | 'setHScale'
  | 'setLeading'
  | 'setTextRise'
  | 'setTextRenderingMode'
  | 'setTextMatrix'
  | 'moveText'
  | 'setLeadingMoveText'
  | 'nextLine'
  | 'showText';

export interface DrawStep {
  readonly operator: number;
  readonly args: unknown;
  /** From the operator's space to the page. */
  readonly matrix: Matrix;
}

/** A linear map of the plane: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type Dot = readonly [x: number, y: number];

/** First `inner`, then `outer`. */
export function product(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d] = outer;
  const [i, j, k, l, m, n] = Array.from(inner) as unknown as Matrix;
  const [e, f] = moved(outer, [m, n]);
  return [a * i + c * j, b * i + d * j, a * k + c * l, b * k + d * l, e, f];
}

/** Where a point comes to lie. */
export function moved([a, b, c, d, e, f]: Matrix, [x, y]: Dot): Dot {
  return [a * x + c * y + e, b * x + d * y + f];
}

const ENDS = ['restore', 'paintFormXObjectEnd', 'endAnnotation'] as const;

/** The steps in order. `toPage` leads from the file's space to the page as it is shown. */
export function* stepsOf(
  { fnArray, argsArray }: Operators,
  names: OperatorNames,
  toPage: Matrix,
): Generator<DrawStep> {
  let matrix = toPage;
  const kept: Matrix[] = [];
  for (let i = 0; i < fnArray.length; i++) {
    const operator = fnArray[i] as number;
    const args = argsArray[i];
    if (operator === names.save) kept.push(matrix);
    else if (ENDS.some((name) => operator === names[name])) matrix = kept.pop() ?? matrix;
    else if (operator === names.transform) matrix = product(matrix, args as ArrayLike<number>);
    else if (operator === names.paintFormXObjectBegin) {
      kept.push(matrix);
      const [own] = args as [ArrayLike<number> | null];
      if (own) matrix = product(matrix, own);
    }
    // what is put on a page has its place on it, whatever was drawn before
    else if (operator === names.beginAnnotation) {
      kept.push(matrix);
      const [, , place, own] = args as [string, unknown, ArrayLike<number>, ArrayLike<number>];
      matrix = product(product(toPage, place), own);
    }
    yield { operator, args, matrix };
  }
}
