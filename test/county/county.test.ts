// A small county in files of all kinds: each fault that is in it is told, once, where it belongs, and nothing
// else; what adds up is the sum that is known.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, nianbao } from '../cli/cli.js';
import { type CountyUnit, county } from './county.js';
import { writeCounty } from './countyFiles.js';
import { FAULTS } from './faults.js';
import { reviewDifferences, sumDifferences } from './proof.js';

const seed = 14;
let root = '';
let units: readonly CountyUnit[] = [];

beforeAll(async () => {
  root = folder({});
  units = county({ units: 15, faulty: 12, years: 2, seed });
  await writeCounty(root, units, { kinds: ['txt', 'md', 'html', 'docx', 'txt'], seed });
});

describe('a county', () => {
  it('has each fault, and units without any', () => {
    const injected = new Set(units.flatMap(({ faults }) => faults));
    expect(injected.size).toBe(FAULTS.length);
    expect(units.filter(({ faults }) => faults.length === 0)).toHaveLength(3);
    expect(units.some(({ faults }) => faults.length > 1)).toBe(true);
  });

  it('is reviewed: all faults are in the tables and letters, and no others', () => {
    const run = nianbao(['review', '年报', '--out', '审核', '--units', '单位.csv'], { cwd: root });
    expect(run.status).toBe(2); // one file is broken
    expect(reviewDifferences(units, path.join(root, '审核'))).toEqual([]);
    expect(fs.readdirSync(path.join(root, '审核')).sort()).toEqual(
      ['修改意见', '审核表.csv', '审核表.xlsx', '相似.csv'].sort(),
    );
  });

  it('is added up: each unit gives what it has told, and all together what is known', () => {
    const run = nianbao(['sum', '年报', '--format', 'json'], { cwd: root });
    expect(run.status).toBe(2);
    expect(sumDifferences(units, JSON.parse(run.stdout))).toEqual([]);
  });
});
