// Rows of tables as tests write them: their padding taken out.

/** The text with one space beside each cell and three dashes a column, wherever bars part cells. */
export function withoutPadding(text: string): string {
  return text.replace(/^.*\|.*$/gm, (row) =>
    row
      .split('|')
      .map((cell) => cell.trim().replace(/^-{3,}$/, '---'))
      .join(' | ')
      .trim(),
  );
}
