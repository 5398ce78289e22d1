// Text as runs of Word.
import { escaped } from '../xml.js';

/** A run of a style, in a size of its own if one is given; tabs and line breaks are elements of their own. */
export function runOf(text: string, style = '', size?: number): string {
  if (text === '') return '';
  const about = `${style && `<w:rStyle w:val="${style}"/>`}<w:rFonts w:hint="eastAsia"/>${size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`}`;
  const pieces = text.split(/([\t\n])/).map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    if (piece === '\n') return '<w:br/>';
    return piece && `<w:t xml:space="preserve">${escaped(piece)}</w:t>`;
  });
  return `<w:r><w:rPr>${about}</w:rPr>${pieces.join('')}</w:r>`;
}

/** A paragraph; `about` is what its properties say besides its style. */
export function paragraph(runs: string, style = '', about = ''): string {
  const properties = `${style && `<w:pStyle w:val="${style}"/>`}${about}`;
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}
