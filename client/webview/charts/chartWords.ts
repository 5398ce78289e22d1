// Words in pictures: how wide they are, where lines break, and what XML can hold.

const canvas = document.createElement('canvas').getContext('2d');

/** How wide words are at a size; `bold` for titles. */
export function widthOf(words: string, font: string, size: number, bold = false): number {
  if (!canvas) return words.length * size;
  canvas.font = `${bold ? 'bold ' : ''}${size}px ${font}`;
  return Math.ceil(canvas.measureText(words).width);
}

/** Words in lines of a width. Chinese may break anywhere. */
export function linesOf(words: string, width: number, font: string, size: number, bold = false) {
  const lines: string[] = [];
  let line = '';
  for (const char of words) {
    if (line !== '' && widthOf(line + char, font, size, bold) > width) {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return line === '' ? lines : [...lines, line];
}

/** Without characters that no XML may have: the text is anybody's. */
export function cleaned(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
  return words.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}
