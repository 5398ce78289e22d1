// Puts the rules into package.json, its words in both languages and schemas/: what the editor offers
// under the setting `nianbao.rules`, and while .nianbao.json is edited.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

/** The schema of the setting's properties; their descriptions are keys of `ruleWords`. */
function ruleProperties(rules, severities) {
  return properties(rules, severities, ({ id }) => `%${keyOf(id)}%`);
}

/** What the setting says of the rules, by key, in Chinese and in English. */
function ruleWords(rules, severities) {
  const words = (say) => Object.fromEntries(rules.map((rule) => [keyOf(rule.id), say(rule)]));
  return {
    chinese: words((rule) => inChinese(rule, severities)),
    english: words(({ severity, docs }) => `${docs().english} (default: ${severity})`),
  };
}

/** `severities` are the words for them, the worst first. */
export function writeManifest(rules, severities) {
  const manifest = readJson('package.json');
  manifest.contributes.configuration.properties['nianbao.rules'].properties = ruleProperties(
    rules,
    severities,
  );
  writeJson('package.json', manifest);
  const { chinese, english } = ruleWords(rules, severities);
  for (const [file, words] of [
    ['package.nls.json', english],
    ['package.nls.zh-cn.json', chinese],
  ]) {
    const others = Object.entries(readJson(file)).filter(([key]) => !key.startsWith(keyOf('')));
    writeJson(file, { ...Object.fromEntries(others), ...words });
  }
  writeJson('schemas/nianbao.schema.json', configSchema(rules, severities));
}

/** The schema of `.nianbao.json`. */
function configSchema(rules, severities) {
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
        // a schema has one language
        properties: properties(rules, severities, (rule) => inChinese(rule, severities)),
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

function properties(rules, severities, describe) {
  const levels = ['off', ...Object.keys(severities).reverse()];
  const schema = (rule) => ({ description: describe(rule), type: 'string', enum: levels });
  return Object.fromEntries(rules.map((rule) => [rule.id, schema(rule)]));
}

function inChinese({ severity, docs }, severities) {
  return `${docs().title}（默认：${severities[severity]}）`;
}

function keyOf(id) {
  return `rules.${id}`;
}

function readJson(name) {
  return JSON.parse(fs.readFileSync(path.join(ROOT, name), 'utf8'));
}

function writeJson(name, value) {
  fs.writeFileSync(path.join(ROOT, name), `${JSON.stringify(value, null, 2)}\n`);
}
