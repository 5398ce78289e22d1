// Figures typed with Tab are where the hand means them, however late the extension hears of the key
// and the editor of the answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldMap } from '../../../client/src/fields/fieldMap.js';
import { Editor, type Key, Remote } from './editor.js';

const LAYOUTS = { tab: ['\t', '\t', ''], markdown: ['| ', ' | ', ' |'] } as const;
type Layout = keyof typeof LAYOUTS;

/** Rows of cells after a label; blank cells of Markdown have room. */
function table(layout: Layout, rows: readonly (readonly string[])[]) {
  const [before, between, behind] = LAYOUTS[layout];
  let text = '文字【请写明】。\n\n';
  const fields: { start: number; end: number; table?: number }[] = [{ start: 2, end: 7 }];
  const start = text.length;
  for (const [i, row] of rows.entries()) {
    text += `${layout === 'tab' ? '' : before}甲${i}${layout === 'tab' ? before : between}`;
    for (const [n, cell] of row.entries()) {
      if (n > 0) text += between;
      fields.push({ start: text.length, end: text.length + cell.length, table: 0 });
      text += layout === 'tab' || cell !== '' ? cell : '   ';
    }
    text += `${behind}\n`;
  }
  const tables = [{ start, end: text.length - 1 }];
  return { text: `${text}完。\n`, fields, tables };
}

/** What a hand does: figures, some of them fixed, and the keys between them. */
const figure = fc.integer({ min: 0, max: 9999 }).map(String);
const fixed = fc
  .tuple(figure, fc.nat({ max: 3 }), fc.nat({ max: 9 }))
  .map(([typed, back, digit]): Key[] => [
    ...[...typed].map((type) => ({ type })),
    ...Array<Key>(Math.min(back, typed.length)).fill('backspace'),
    ...(back > 0 ? [{ type: String(digit) }] : []),
  ]);
const hand = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fixed }, { weight: 1, arbitrary: fc.constant<Key[]>([]) }),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant<Key>('tab') },
        { weight: 1, arbitrary: fc.constant<Key>('shift+tab') },
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => steps.flatMap(([keys, then]) => [...keys, then]));
const cells = fc.array(
  fc.array(fc.oneof(fc.constant(''), figure), { minLength: 3, maxLength: 3 }),
  { minLength: 3, maxLength: 3 },
);
/** In which order keys, answers and news arrive. */
const order = fc.array(fc.nat({ max: 5 }), { minLength: 20, maxLength: 400 });

/** What comes out where there is no way to go. */
function ideal({ text, fields, tables }: ReturnType<typeof table>, at: number, keys: Key[]) {
  const editor = new Editor(text, { start: at, end: at });
  const map = FieldMap.of({ fields, tables });
  for (const key of keys) {
    if (key === 'tab' || key === 'shift+tab') {
      const next = map.next(editor.selection.end, key === 'tab');
      if (next) editor.selection = { start: next.start, end: next.end };
    } else map.move(editor.press(key));
  }
  return editor;
}

describe.each(['tab', 'markdown'] as const)('in %s', (layout) => {
  it.each([true, false])('nothing goes astray (fields known: %s)', async (isKnown) => {
    let strays = 0;
    await fc.assert(
      fc.asyncProperty(cells, hand, order, fc.nat(), async (rows, keys, turns, first) => {
        const given = table(layout, rows);
        const at = given.fields[1 + (first % 9)]?.end ?? 0;
        const wanted = ideal(given, at, keys);
        const remote = new Remote(given.text, { start: at, end: at }, FieldMap.of(given), isKnown);
        const left = [...keys];
        for (const turn of turns) {
          const key = turn < 2 ? left.shift() : undefined;
          if (key) {
            remote.press(key);
            if (remote.events.some((event) => 'forward' in event)) strays++;
          } else if (turn < 4) remote.deliver();
          else await remote.hear();
        }
        for (const key of left) remote.press(key);
        await remote.hear();
        if (!isKnown) remote.learn();
        await remote.settle();
        if (!isKnown) {
          remote.learn();
          await remote.settle();
        }
        expect(remote.editor.text).toBe(wanted.text);
        expect(remote.editor.selection).toEqual(wanted.selection);
      }),
      { numRuns: Number(process.env.RUNS ?? 1000) },
    );
    expect(strays).toBeGreaterThan(500); // the way is long enough to matter
  });
});
