// Prints generated reports as PDF, with Chromium and LibreOffice, and builds small PDFs by hand.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { OfficeText } from '../../server/src/convert/office.js';
import { BUILD_ERROR } from '../setup.js';
import { converted } from './libreOffice.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The bundle that reads PDF. */
export const READER = path.join(ROOT, 'dist/readPdf.js');
/** Scripts have no types. */
const script = (name: string) => import(pathToFileURL(path.join(ROOT, 'scripts', name)).href);

/** The reader as it is shipped. */
export function shippedReader(): (bytes: Uint8Array) => Promise<OfficeText> {
  if (process.env[BUILD_ERROR]) throw new Error(process.env[BUILD_ERROR]);
  return createRequire(import.meta.url)(READER).readPdf;
}

export async function launch(): Promise<Browser> {
  const { launchChromium } = await script('vscode/chromium.mjs');
  return launchChromium();
}

/** Ways in which offices set a page. */
const STYLES = [
  'body{font:16px/1.8 serif} h1{text-align:center;font-size:22px} table{border-collapse:collapse;width:100%} td,th{border:1px solid #000;text-align:center;font-size:12px}',
  'body{font:21px/37px serif;text-align:justify} h1{text-align:center} table{border-collapse:collapse;width:100%} td,th{border:1px solid #000;font-size:14px;padding:0 5px;vertical-align:top}',
  'body{font:15px/1.5 sans-serif} td{border:1px solid}',
  'body{font:18px/30px serif;text-align:justify} table{border-collapse:collapse;width:90%;margin:auto} td,th{border:.5pt solid #333;font-size:13px;padding:3px} tr{break-inside:avoid}',
];

/** HTML with a style sheet of our own. */
export function styled(html: string, n: number, more = ''): string {
  const page = `@page{size:A4;margin:${[25, 20, 15, 28][n % 4]}mm}`;
  return html.replace('</style>', `</style><style>${page} ${STYLES[n % 4]} ${more}</style>`);
}

/** What stands on every page, by turns. */
const FURNITURE = [
  ['', '- <span class="pageNumber"></span> -'],
  ['青禾县政府信息公开 <span class="date"></span>', '第 <span class="pageNumber"></span> 页'],
  undefined,
] as const;

/** Prints a page as Chromium does. */
export async function printed(browser: Browser, html: string, n: number): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(html);
  const furniture = FURNITURE[n % 3];
  const small = (words: string) =>
    `<div style="font-size:9px;width:100%;text-align:center">${words}</div>`;
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    ...(furniture && {
      displayHeaderFooter: true,
      headerTemplate: small(furniture[0]),
      footerTemplate: small(furniture[1]),
    }),
  });
  await page.close();
  return bytes;
}

/** Prints pages as LibreOffice does, all in one run. */
export function printedByOffice(pages: readonly string[], filter = 'pdf'): Uint8Array[] {
  const files = Object.fromEntries(pages.map((html, i) => [`${i}.html`, html]));
  const made = converted(files, filter, ['--infilter=HTML (StarWriter)']);
  return Object.keys(files).map((name) => made.get(name) as Uint8Array);
}

/** A PDF of one page by hand: its fonts, and what is drawn or put on it; `Im` is a picture. */
export function handMade(content: string, fonts = '', annotations = ''): Uint8Array {
  const grey =
    '<</Type/XObject/Subtype/Image/Width 4/Height 4/BitsPerComponent 8/ColorSpace/DeviceGray/Length 16>>';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[${annotations}]/Resources<</Font<<${fonts}>>/XObject<</Im 5 0 R>>>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `${grey}stream\n${'~'.repeat(16)}\nendstream`,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${entries}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return new TextEncoder().encode(text);
}

/** A Chinese font that is named only. */
export function fontNamed(cmap: string, ordering = 'GB1'): string {
  return `/F1<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${cmap}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>/DW 1000>>]>>`;
}

/** Characters as the codes of UCS-2. */
export function inHex(text: string): string {
  return `<${Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}
