// SARIF against its own schema, and what a reviewer's tool takes of it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { CORRECT, OTHER_YEAR_BEFORE, WRONG_TOTAL } from '../lsp/texts.js';
import { folder, nianbao } from './cli.js';

const require = createRequire(import.meta.url);
const SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const isSarif = ajv.compile(JSON.parse(fs.readFileSync(SCHEMA, 'utf8')));

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}
interface Place {
  physicalLocation: { artifactLocation: { uri: string }; region: Region };
}
interface Replacement {
  deletedRegion: Region;
  insertedContent?: { text: string };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  locations: Place[];
  relatedLocations?: Place[];
  partialFingerprints: Record<string, string>;
  fixes?: { artifactChanges: { replacements: Replacement[] }[]; properties: { safe: boolean } }[];
}

function sarifOf(files: Record<string, string>) {
  const { stdout } = nianbao(['check', '--format', 'sarif', '.'], { cwd: folder(files) });
  const log = JSON.parse(stdout);
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  const [{ results, tool }] = log.runs;
  return {
    log,
    results: results as Result[],
    rules: tool.driver.rules as { id: string; help: object }[],
  };
}

/** The offset of a place, as SARIF counts. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

describe('SARIF', () => {
  const slip = CORRECT.replace('政府信息公开工作。', '政府信息工开工作。');
  const files = { '今年/差 错.txt': WRONG_TOTAL, '错字.md': slip, '去年.txt': OTHER_YEAR_BEFORE };
  const { log, results, rules } = sarifOf(files);
  const of = (rule: string) => results.find(({ ruleId }) => ruleId === rule) as Result;

  it('is valid by its schema, and what is not is seen to be', () => {
    const [run] = log.runs;
    const broken = { ...log, runs: [{ ...run, results: [{ ...results[0], level: 'fatal' }] }] };
    expect(isSarif(broken)).toBe(false);
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
    sarifOf({ 'a.txt': CORRECT, 'README.md': '# 说明' });
  });

  it('has its rules with help, and each result its own', () => {
    for (const { help } of rules)
      expect(help).toMatchObject({
        text: expect.stringMatching(/\S/),
        markdown: expect.any(String),
      });
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('tells places in this file and in another', () => {
    const { uri } = of('row-total').locations[0]?.physicalLocation.artifactLocation ?? { uri: '' };
    expect(decodeURIComponent(uri)).toBe('今年/差 错.txt');
    const others = of('carry-over').relatedLocations?.map(
      ({ physicalLocation }) => physicalLocation.artifactLocation.uri,
    );
    expect(others).toContain(encodeURIComponent('去年.txt'));
  });

  it('has fixes that can be made', () => {
    const [fix] = of('typo').fixes ?? [];
    const [made] = fix?.artifactChanges ?? [];
    const [replacement] = made?.replacements ?? [];
    const { deletedRegion, insertedContent } = replacement as Replacement;
    const start = offsetOf(slip, deletedRegion.startLine, deletedRegion.startColumn);
    const end = offsetOf(slip, deletedRegion.endLine, deletedRegion.endColumn);
    expect(slip.slice(0, start) + insertedContent?.text + slip.slice(end)).toBe(CORRECT);
    expect(fix?.properties.safe).toBe(true);
  });

  it('knows a finding again when lines come above it', () => {
    const moved = sarifOf({ 'a.txt': `\n\n${WRONG_TOTAL}` }).results;
    const prints = moved.map(({ partialFingerprints }) => partialFingerprints['nianbao/v1']);
    expect(prints).toContain(of('row-total').partialFingerprints['nianbao/v1']);
    expect(new Set(prints).size).toBe(prints.length);
  });
});
