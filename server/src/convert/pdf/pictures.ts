// Pictures of a page. They are not unpacked, which may take long, and so pdf.js draws nothing where one
// is: what is left is a square that is made as large as the picture, and nothing in it.
import { type Matrix, moved, type OperatorNames, type Operators, stepsOf } from './operators.js';

/** A picture on a page, in points. */
export interface PdfPicture {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Less is an icon, a stroke or an ornament. */
const SMALLEST = { width: 100, height: 40 };
/** Points by which pieces of one picture may be apart. */
const NEAR = 2;
/** How much of the page a scan takes. */
const WHOLE = 0.7;

/** The pictures of a page, from the top; those in strips as one. */
export function picturesOf(
  operators: Operators,
  names: OperatorNames,
  toPage: Matrix,
  page: number,
): PdfPicture[] {
  const found: PdfPicture[] = [];
  // whether something is drawn since the matrix was kept
  const kept: boolean[] = [];
  let isDrawn = true;
  let before: Matrix = toPage;
  for (const { operator, args, matrix } of stepsOf(operators, names, toPage)) {
    if (operator === names.save || operator === names.paintFormXObjectBegin) {
      kept.push(isDrawn);
      isDrawn = false;
    } else if (operator === names.restore || operator === names.paintFormXObjectEnd) {
      const square: PdfPicture = squareOf(before, page);
      if (!isDrawn && square.right - square.left >= SMALLEST.width) {
        found.push(square);
        isDrawn = true;
      }
      const wasDrawn: boolean = kept.pop() ?? true;
      isDrawn ||= wasDrawn;
    } else if (isPaint(operator, args, names)) isDrawn = true;
    before = matrix;
  }
  return joined(found).filter(({ top, bottom }) => top - bottom >= SMALLEST.height);
}

/** Whether a picture is the page itself: a scan, or a background. */
export function isWholePage({ left, right, bottom, top }: PdfPicture, area: number): boolean {
  return (right - left) * (top - bottom) > WHOLE * area;
}

function isPaint(operator: number, args: unknown, names: OperatorNames): boolean {
  if (operator === names.constructPath) return (args as [number])[0] !== names.endPath;
  return operator === names.showText || operator === names.shadingFill;
}

function squareOf(matrix: Matrix, page: number): PdfPicture {
  const corners = [
    moved(matrix, [0, 0]),
    moved(matrix, [1, 0]),
    moved(matrix, [0, 1]),
    moved(matrix, [1, 1]),
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    page,
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
}

/** Strips under each other are one picture. */
function joined(pieces: readonly PdfPicture[]): PdfPicture[] {
  const found: PdfPicture[] = [];
  for (const piece of pieces.toSorted((one, other) => other.top - one.top)) {
    const above = found.at(-1);
    const goesOn =
      above &&
      Math.abs(above.left - piece.left) < NEAR &&
      Math.abs(above.right - piece.right) < NEAR &&
      above.bottom - piece.top < NEAR;
    if (goesOn)
      found[found.length - 1] = { ...above, bottom: Math.min(above.bottom, piece.bottom) };
    else found.push(piece);
  }
  return found;
}
