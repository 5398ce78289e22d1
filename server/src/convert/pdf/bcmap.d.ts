// Files of pdf.js that are no TypeScript: its CMaps, bundled as bytes, and the half of it that reads.
declare module '*.bcmap' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module 'pdfjs-dist/build/pdf.worker.mjs';
