// pdf.js, loaded on first use and kept to what we need of it: text, lines, no drawing, no scripts,
// nothing fetched. Both its halves run in one thread, the caller's.
import { addMissing } from './polyfills.js';

export type PdfJs = typeof import('pdfjs-dist');
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
export type PdfPageProxy = Awaited<ReturnType<PdfDocument['getPage']>>;

let loading: Promise<PdfJs> | undefined;

/** The library; its two halves find each other by a global name. */
export function loadPdfJs(): Promise<PdfJs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PdfJs> {
  addMissing();
  await import('pdfjs-dist/build/pdf.worker.mjs');
  return import('pdfjs-dist');
}

/** Begins to open a file. `Source` answers what pdf.js asks for besides. */
export function open(library: PdfJs, bytes: Uint8Array, Source: object) {
  return library.getDocument({
    data: bytes.slice(), // it is given away
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: 1, // pictures are not unpacked
    verbosity: 0,
    cMapUrl: '/',
    cMapPacked: true,
    standardFontDataUrl: '/',
    BinaryDataFactory: Source,
  });
}
