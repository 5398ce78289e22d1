// The characters of a page, each where it is drawn. pdf.js also joins them to runs of text itself, but
// loses vertical ones and puts spaces in where a line is stretched.
import {
  type Dot,
  type Matrix,
  moved,
  type OperatorNames,
  type Operators,
  product,
  stepsOf,
} from './operators.js';

/** A character: where its line begins under it and where the next one stands. */
export interface DrawnGlyph {
  readonly text: string;
  readonly start: Dot;
  readonly end: Dot;
  readonly size: number;
  /** The name of its font; another cut of a typeface is another font. */
  readonly font: string;
  /** From a font for lines that run down; `start` is then the middle of its upper edge. */
  readonly vertical: boolean;
  /** It has its place and is not drawn: the words that were recognised in a picture. */
  readonly isInvisible: boolean;
}

/** What there is to know of a font. */
export interface PdfFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly defaultVMetrics?: ArrayLike<number>;
}

/** A character as pdf.js lists it; in its stead a number, by which the next one is moved. */
interface ListedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: ArrayLike<number> | null;
}

/** What is in force for text. */
interface TextState {
  name: string;
  font: PdfFont;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  isInvisible: boolean;
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

const SAME: Matrix = [1, 0, 0, 1, 0, 0];
/** Fonts are drawn on a square of a thousand. */
const UNIT = 0.001;
/** The way of drawing text that draws nothing. */
const INVISIBLE = 3;

/** The names of the fonts that a page uses. */
export function fontNames({ fnArray, argsArray }: Operators, names: OperatorNames): Set<string> {
  const found = new Set<string>();
  fnArray.forEach((operator, i) => {
    const args = argsArray[i];
    if (operator === names.setFont) found.add((args as [string])[0]);
    if (operator === names.setGState) {
      const font = fontIn(args);
      if (font) found.add(font[0]);
    }
  });
  return found;
}

/** The characters in the order of drawing, at most `limit`; `fonts` are those of `fontNames`. */
export function glyphsOf(
  operators: Operators,
  names: OperatorNames,
  toPage: Matrix,
  fonts: ReadonlyMap<string, PdfFont>,
  limit: number,
): DrawnGlyph[] {
  const glyphs: DrawnGlyph[] = [];
  let state: TextState = {
    name: '',
    font: {},
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    isInvisible: false,
    matrix: SAME,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
  const kept: TextState[] = [];
  const move = (x: number, y: number) => {
    state.x = state.lineX += x;
    state.y = state.lineY += y;
  };
  const begin = (matrix: Matrix) => {
    state.matrix = matrix;
    state.x = state.lineX = state.y = state.lineY = 0;
  };
  const setFont = ([name, size]: readonly [string, number]) => {
    state.name = name;
    state.font = fonts.get(name) ?? {};
    state.size = size;
  };
  for (const { operator, args, matrix } of stepsOf(operators, names, toPage)) {
    const [first, second] = (Array.isArray(args) ? args : []) as [number, number];
    switch (operator) {
      case names.save:
      case names.paintFormXObjectBegin:
        kept.push({ ...state });
        break;
      case names.restore:
      case names.paintFormXObjectEnd:
        state = kept.pop() ?? state;
        break;
      case names.beginText:
        begin(SAME);
        break;
      case names.setTextMatrix:
        begin(product(SAME, (args as [ArrayLike<number>])[0]));
        break;
      case names.setFont:
        setFont(args as [string, number]);
        break;
      case names.setGState: {
        const font = fontIn(args);
        if (font) setFont(font);
        break;
      }
      case names.setCharSpacing:
        state.characterSpacing = first;
        break;
      case names.setWordSpacing:
        state.wordSpacing = first;
        break;
      case names.setHScale:
        state.stretch = first / 100;
        break;
      case names.setLeading:
        state.leading = -first;
        break;
      case names.setTextRise:
        state.rise = first;
        break;
      case names.setTextRenderingMode:
        state.isInvisible = first === INVISIBLE;
        break;
      case names.moveText:
        move(first, second);
        break;
      case names.setLeadingMoveText:
        state.leading = second;
        move(first, second);
        break;
      case names.nextLine:
        move(0, state.leading);
        break;
      case names.showText:
        show((args as [readonly (ListedGlyph | number | null)[]])[0], state, matrix, glyphs);
        break;
    }
    if (glyphs.length > limit) break;
  }
  return glyphs;
}

/** Lists the characters of one string, and moves on. */
function show(
  listed: readonly (ListedGlyph | number | null)[],
  state: TextState,
  outer: Matrix,
  glyphs: DrawnGlyph[],
): void {
  const { font, rise, characterSpacing, wordSpacing } = state;
  const vertical = font.vertical === true;
  const direction = state.size < 0 ? -1 : 1;
  const size = Math.abs(state.size);
  const stretch = state.stretch * direction;
  const unit = size * (font.fontMatrix?.[0] ?? UNIT);
  const matrix = product(outer, state.matrix);
  const height = size * Math.hypot(matrix[2], matrix[3]);
  let done = 0;
  for (const glyph of listed) {
    if (typeof glyph === 'number') done += ((vertical ? glyph : -glyph) * size) / 1000;
    if (glyph === null || typeof glyph === 'number') continue;
    const down = glyph.vmetric ?? font.defaultVMetrics;
    const width = (vertical && down ? -(down[0] as number) : glyph.width) * unit;
    const at = (along: number): Dot =>
      moved(
        matrix,
        vertical ? [state.x, state.y + rise - along] : [state.x + along * stretch, state.y + rise],
      );
    if (height > 0)
      glyphs.push({
        text: glyph.unicode,
        start: at(done),
        end: at(done + width),
        size: height,
        font: state.name,
        vertical,
        isInvisible: state.isInvisible,
      });
    const spacing = ((glyph.isSpace ? wordSpacing : 0) + characterSpacing) * direction;
    done += vertical ? width - spacing : width + spacing;
  }
  if (vertical) state.y -= done;
  else state.x += done * stretch;
}

/** The font that a state of the file sets, if it does. */
function fontIn(args: unknown): [string, number] | undefined {
  const [entries] = args as [readonly (readonly [string, unknown])[]];
  return entries.find(([key]) => key === 'Font')?.[1] as [string, number] | undefined;
}
