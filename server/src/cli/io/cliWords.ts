// The lexicon of the command line.
import fs from 'node:fs';
import path from 'node:path';
import { type Lexicon, loadLexicon } from '../../service/index.js';

/** The words, which lie beside the program: they come while the first report is being read. */
export class Words {
  lexicon: Lexicon | null = null;
  readonly come: Promise<void>;

  constructor() {
    this.come = readBeside(path.join(__dirname, 'lexicon.bin')).then((bytes) => {
      this.lexicon = loadLexicon(bytes);
    });
    this.come.catch(() => {}); // told by whoever waits for them
  }
}

/** In one piece, beside our own work: `readFile` would wait for its turn between small ones. */
function readBeside(file: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const descriptor = fs.openSync(file, 'r');
    const { size } = fs.fstatSync(descriptor);
    fs.read(descriptor, Buffer.allocUnsafeSlow(size), 0, size, 0, (error, count, bytes) => {
      fs.closeSync(descriptor);
      if (error) reject(error);
      else resolve(count === size ? bytes : fs.readFileSync(file));
    });
  });
}
