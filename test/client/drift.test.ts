// A stretch of an earlier text is found where it is by now, or not at all.
import { describe, expect, it } from 'vitest';
import { Drift, type TextChange } from '../../client/src/form/drift.js';

const TEXT = '甲段。\n同一句。\n同一句。\n乙段。';
const SECOND = { start: 9, end: 13 };

const change = (rangeOffset: number, rangeLength: number, text: string): TextChange => ({
  rangeOffset,
  rangeLength,
  text,
});

/** What stands at the second of the like lines of version 1, after these versions. */
function found(...versions: TextChange[][]): string | undefined {
  const drift = new Drift();
  let text = TEXT;
  for (const [i, changes] of versions.entries()) {
    for (const { rangeOffset, rangeLength, text: now } of changes)
      text = text.slice(0, rangeOffset) + now + text.slice(rangeOffset + rangeLength);
    drift.record(i + 2, changes);
  }
  const place = drift.now(SECOND, 1);
  return (
    place &&
    `${text.slice(0, place.start).split('\n').length}:${text.slice(place.start, place.end)}`
  );
}

describe('a stretch is found', () => {
  it.each([
    ['nothing has changed', [], '3:同一句。'],
    ['before it', [[change(0, 3, '甲段，长了。')]], '3:同一句。'],
    ['in its like', [[change(4, 4, '另一句。')]], '3:同一句。'],
    ['a line more', [[change(0, 0, '新的。\n')]], '4:同一句。'],
    ['ahead of it, where it begins', [[change(9, 0, '又')]], '3:同一句。'],
    ['behind it', [[change(13, 0, '尾')]], '3:同一句。'],
    [
      'both, from the end, and again',
      [[change(14, 3, ''), change(0, 4, '')], [change(0, 0, '\n\n')]],
      '4:同一句。',
    ],
  ])('%s', (_, versions, where) => {
    expect(found(...versions)).toBe(where);
  });
});

describe('and not', () => {
  it.each([
    ['where it is another', [[change(9, 4, '别的。')]]],
    ['where it has grown', [[change(11, 0, '样')]]],
    ['where its beginning is gone', [[change(8, 2, '')]]],
    ['where all of it is gone', [[change(4, 9, '')]]],
  ])('%s', (_, versions) => {
    expect(found(...versions)).toBeUndefined();
  });

  it('of a version that nobody remembers', () => {
    const drift = new Drift();
    for (let version = 2; version < 300; version++) drift.record(version, [change(0, 0, '')]);
    expect(drift.now(SECOND, 1)).toBeUndefined();
    expect(drift.now(SECOND, 298)).toEqual(SECOND);
  });
});
