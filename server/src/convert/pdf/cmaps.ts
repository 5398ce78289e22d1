// The tables that say which character a Chinese font means by a code, for fonts that a PDF names and
// does not hold. Only those for simplified Chinese; what else is asked for is remembered as missing.
import adobeGb1 from 'pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap';
import gbEucH from 'pdfjs-dist/cmaps/GB-EUC-H.bcmap';
import gbEucV from 'pdfjs-dist/cmaps/GB-EUC-V.bcmap';
import gbH from 'pdfjs-dist/cmaps/GB-H.bcmap';
import gbV from 'pdfjs-dist/cmaps/GB-V.bcmap';
import gbkEucH from 'pdfjs-dist/cmaps/GBK-EUC-H.bcmap';
import gbkEucV from 'pdfjs-dist/cmaps/GBK-EUC-V.bcmap';
import gbk2kH from 'pdfjs-dist/cmaps/GBK2K-H.bcmap';
import gbk2kV from 'pdfjs-dist/cmaps/GBK2K-V.bcmap';
import gbkpEucH from 'pdfjs-dist/cmaps/GBKp-EUC-H.bcmap';
import gbkpEucV from 'pdfjs-dist/cmaps/GBKp-EUC-V.bcmap';
import gbpcEucH from 'pdfjs-dist/cmaps/GBpc-EUC-H.bcmap';
import gbpcEucV from 'pdfjs-dist/cmaps/GBpc-EUC-V.bcmap';
import uniGbUcs2H from 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap';
import uniGbUcs2V from 'pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap';
import uniGbUtf16H from 'pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap';
import uniGbUtf16V from 'pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap';

const CMAPS: ReadonlyMap<string, Uint8Array> = new Map([
  ['Adobe-GB1-UCS2', adobeGb1],
  ['GB-EUC-H', gbEucH],
  ['GB-EUC-V', gbEucV],
  ['GB-H', gbH],
  ['GB-V', gbV],
  ['GBK-EUC-H', gbkEucH],
  ['GBK-EUC-V', gbkEucV],
  ['GBK2K-H', gbk2kH],
  ['GBK2K-V', gbk2kV],
  ['GBKp-EUC-H', gbkpEucH],
  ['GBKp-EUC-V', gbkpEucV],
  ['GBpc-EUC-H', gbpcEucH],
  ['GBpc-EUC-V', gbpcEucV],
  ['UniGB-UCS2-H', uniGbUcs2H],
  ['UniGB-UCS2-V', uniGbUcs2V],
  ['UniGB-UTF16-H', uniGbUtf16H],
  ['UniGB-UTF16-V', uniGbUtf16V],
]);

/** A way for pdf.js to ask for CMaps, and the names of those that were not there. */
export function cmapSource() {
  const missing = new Set<string>();
  class Source {
    /** The bytes of a file; fonts and code that pdf.js asks for serve drawing only. */
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const name = filename.replace(/\.bcmap$/, '');
      const found = kind === 'cMapUrl' ? CMAPS.get(name) : undefined;
      if (found) return found.slice(); // it is given away
      if (kind === 'cMapUrl') missing.add(name);
      throw new Error('not there');
    }
  }
  return { Source, missing };
}
