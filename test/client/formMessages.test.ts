// The form's page and its host believe nothing that they are told.
import { describe, expect, it } from 'vitest';
import { fromPage, toPage } from '../../client/src/form/formMessages.js';

const fill = { table: 'requests', row: '1', column: 'natural', text: '5' };
const { text: _, ...cell } = fill;
const place = { start: 3, end: 5, version: 2 };

describe('from the page', () => {
  it.each([
    { type: 'ready' },
    { type: 'fill', number: 1, fill },
    { type: 'write', ...place, before: '旧的', text: '新的' },
    { type: 'typing', act: null },
    { type: 'typing', act: { type: 'fill', number: 0, fill } },
    { type: 'typing', act: { type: 'write', ...place, before: '旧的', text: '新的' } },
    { type: 'paste', cell, text: '1\t2', html: '' },
    { type: 'goTo', start: 3, end: 3, focus: true },
    { type: 'fix', ...place, message: '应为 3', title: '改为 3' },
    { type: 'run', command: 'fillBlanks' },
    { type: 'scrolled', offset: 0 },
  ])('$type is taken', (message) => {
    expect(fromPage(message)).toEqual(message);
  });

  it.each([
    null,
    undefined,
    'ready',
    [],
    {},
    { type: 'delete' },
    { type: 'fill', number: 1 },
    { type: 'fill', number: -1, fill },
    { type: 'fill', number: 1, fill: { ...fill, table: 'constructor' } },
    { type: 'fill', number: 1, fill: { ...fill, text: 5 } },
    { type: 'fill', number: 1, fill: { ...fill, text: '5'.repeat(3_000_000) } },
    { type: 'write', ...place, before: '旧的', text: '新\n的' },
    { type: 'write', ...place, end: 1, before: '旧的', text: '新的' },
    { type: 'typing' },
    { type: 'typing', act: { type: 'run', command: 'fillBlanks' } },
    { type: 'typing', act: { type: 'typing', act: null } },
    { type: 'paste', cell, text: '1' },
    { type: 'paste', cell: { ...cell, table: 'toString' }, text: '1', html: '' },
    { type: 'goTo', start: 3, end: Number.NaN },
    { type: 'goTo', start: 0.5, end: 1 },
    { type: 'fix', ...place, message: '应为 3' },
    { type: 'fix', ...place, start: 6, message: '应为 3', title: '改为 3' },
    { type: 'run', command: 'workbench.action.quit' },
    { type: 'scrolled', offset: Number.POSITIVE_INFINITY },
  ])('%j is not', (message) => {
    expect(fromPage(message)).toBeNull();
  });

  it('nothing is taken along', () => {
    const taken = { type: 'goTo', start: 1, end: 2, focus: false };
    expect(fromPage({ ...taken, uri: 'file:///etc' })).toEqual(taken);
  });
});

describe('to the page', () => {
  const view = {
    version: 1,
    recognized: true,
    organization: null,
    year: null,
    blocks: [],
    findings: [],
  };

  it.each([
    { type: 'view', view },
    { type: 'cursor', offset: 1 },
    { type: 'reveal', offset: 1 },
    { type: 'filled', number: 1, version: 2 },
    { type: 'refused', number: 1, reason: '没有这一格' },
    { type: 'say', text: '好' },
  ])('$type is taken', (message) => {
    expect(toPage(message)).toEqual(message);
  });

  it.each([
    null,
    { type: 'view' },
    { type: 'view', view: { ...view, blocks: 'x' } },
    { type: 'view', view: { ...view, version: '1' } },
    { type: 'cursor', offset: '1' },
    { type: 'refused', number: 1 },
    { type: 'say', text: 1 },
    { type: 'vscodeScheduleHotReload' },
  ])('%j is not', (message) => {
    expect(toPage(message)).toBeNull();
  });
});
