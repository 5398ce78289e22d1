// Puts the rules into package.json and schemas/: what the editor offers under the setting
// `nianbao.rules`, and while .nianbao.json is edited.
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
        description: `${docs().title}（默认：${LEVELS[severity]}）`,
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
  writeJson(file, manifest);
  writeJson(path.join(ROOT, 'schemas/nianbao.schema.json'), configSchema(rules));
}

/** The schema of `.nianbao.json`. */
export function configSchema(rules) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.nianbao.json',
    description: '本文件夹（含下级文件夹）里的年报怎样检查，编辑器和命令行都按它。',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: '各条规则的严重程度，off 为不检查；没有写出的按默认。优先于编辑器的设置。',
        type: 'object',
        properties: ruleProperties(rules),
        additionalProperties: false,
      },
      words: {
        description: '本文件夹词库：不当作错别字的词语，如地名、平台名。',
        type: 'array',
        items: { type: 'string', minLength: 1 },
        uniqueItems: true,
      },
      ignore: {
        description: '不再提示的问题，由快速修复“忽略这一处”“本文件不再检查”写入。',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            rule: { description: '规则。', enum: rules.map(({ id }) => id) },
            file: {
              description: '报告文件，相对于本文件所在的文件夹，用 / 分隔。',
              type: 'string',
            },
            fingerprint: {
              description:
                '这一处的指纹：所在部分、表格位置和文字，与行号无关。不写则整个文件不查这条规则。',
              type: 'string',
            },
          },
          required: ['rule', 'file'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}

function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
