// For a bundle that runs anywhere: what write-excel-file zips is zipped at once. The library would have a thread
// for what is larger than 160 kB, which a bundle for the browser cannot start in Node, nor a page under a policy.
import { type Zippable, zipSync } from 'fflate';

/** As the module that it stands in for. */
export default async function zipToArrayBuffer(files: Zippable): Promise<ArrayBufferLike> {
  return zipSync(files).buffer;
}
