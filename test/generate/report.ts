// Writes whole reports with known facts: a recipe in, a text and what is expected of it out.
// The same recipe gives the same report; dropping a variation leaves everything else as it was.
import type { TemplateId } from '../../server/src/form/formats.js';
import { writeDocument } from './document.js';
import { type Draft, draftOf } from './draft.js';
import { type Expected, expectedOf } from './expected.js';
import { randomFacts } from './facts.js';
import { LAYOUTS, TORN_LAYOUTS } from './layouts/index.js';
import type { Layout } from './layouts/layout.js';
import { Random } from './random.js';
import { VARIATIONS } from './variations/index.js';
import type { Variation } from './variations/variation.js';

/** How to write a report. */
export interface Recipe {
  readonly seed: number;
  readonly template: TemplateId;
  readonly layout: string;
  /** Ids; those that do not suit the layout or exclude one another are left out. */
  readonly variations: readonly string[];
}

export interface GeneratedReport {
  readonly text: string;
  readonly kind: Layout['kind'];
  readonly expected: Expected;
  /** Layout and variations, for messages. */
  readonly description: string;
}

export function writeReport(recipe: Recipe): GeneratedReport {
  const layout = [...LAYOUTS, ...TORN_LAYOUTS].find(({ id }) => id === recipe.layout) as Layout;
  const { draft, random, description } = draftReport(recipe, layout);
  const { text, headings } = writeDocument(draft, layout, random);
  return { text, kind: layout.kind, expected: expectedOf(draft, headings), description };
}

/** A report before it is put on paper. */
export interface DraftedReport {
  readonly draft: Draft;
  /** For the one who puts it there. */
  readonly random: Random;
  readonly description: string;
}

/** The draft of a report that will be put on paper in a way of these traits. */
export function draftReport(
  { seed, template, variations }: Omit<Recipe, 'layout'>,
  layout: Layout,
): DraftedReport {
  const random = new Random(seed);
  const facts = randomFacts(random.fork('facts'), template);
  const draft = draftOf(facts, random.fork('prose'));
  const applied = applicable(variations, layout, template);
  for (const variation of applied) variation.apply(draft, random.fork(variation.id), layout);
  return {
    draft,
    random: random.fork('layout'),
    description: [`${template} ${layout.about}`, ...applied.map(({ id }) => id)].join(' + '),
  };
}

/** The n-th report of a layout: for scripts, figures and benchmarks. */
export function nthReport(n: number, layout: string): GeneratedReport {
  return writeReport(nthRecipe(n, layout));
}

/** What the n-th report of a layout is like. */
export function nthRecipe(n: number, layout: string): Recipe {
  const random = new Random(n).fork(layout);
  return {
    seed: random.int(0, 0x7fffffff),
    template: random.pick(['2021', '2021', '2019']),
    layout,
    variations: random
      .some(VARIATIONS, random.pick([0, 1, 1, 2, 2, 3, 4, 6]))
      .map((variation) => variation.id),
  };
}

function applicable(
  ids: readonly string[],
  layout: Layout,
  template: TemplateId,
): readonly Variation[] {
  const taken = new Set<string>();
  return VARIATIONS.filter(({ id, suits, excludes = [] }) => {
    if (!ids.includes(id) || suits?.(layout, template) === false) return false;
    if (excludes.some((word) => taken.has(word))) return false;
    for (const word of excludes) taken.add(word);
    return true;
  });
}
