// The licences of what the bundles hold of others: they ask to be kept with every copy.
import fs from 'node:fs';
import path from 'node:path';

const LICENSE = /^(?:licen[cs]e|notice|copying)\b[^/]*$/i;

/** One text with the licences of all packages that went in; a folder of a package may have its own. */
export function licensesOf(metafiles, root) {
  const found = new Map();
  for (const { inputs } of metafiles)
    for (const input of Object.keys(inputs)) {
      const file = input.replace(/^[\w-]+:/, '').replaceAll('\\', '/');
      const home = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (!home) continue;
      let folder = path.posix.dirname(file);
      for (; folder.length >= home.length; folder = path.posix.dirname(folder)) {
        if (found.has(folder)) continue;
        const names = fs.readdirSync(path.join(root, folder)).filter((name) => LICENSE.test(name));
        const texts = names.map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8'));
        found.set(folder, texts.map((text) => text.trim()).join('\n\n'));
      }
    }
  const parts = [...found]
    .filter(([, text]) => text !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([folder, text]) => `${titleOf(folder, root)}\n\n${text}`);
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** `pdfjs-dist 5.6.205`, `pdfjs-dist/cmaps`. */
function titleOf(folder, root) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const manifest = path.join(root, folder, 'package.json');
  if (!fs.existsSync(manifest)) return name;
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  return version ? `${name} ${version}` : name;
}
