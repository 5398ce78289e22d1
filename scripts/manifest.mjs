// Puts the rules into package.json: what the editor offers under the setting `nianbao.rules`.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

const LEVELS = { error: '错误', warning: '警告', info: '信息', hint: '提示' };

/** The schema of the setting's properties. */
export function ruleProperties(rules) {
  return Object.fromEntries(
    rules.map(({ id, severity, docs }) => [
      id,
      {
        description: `${docs.title}（默认：${LEVELS[severity]}）`,
        type: 'string',
        enum: ['off', ...Object.keys(LEVELS).reverse()],
      },
    ]),
  );
}

export function writeManifest(rules) {
  const file = path.join(ROOT, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  manifest.contributes.configuration.properties['nianbao.rules'].properties = ruleProperties(rules);
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
