// What a variation is: one way in which a real report departs from the clean form.
// It changes the draft; what is expected is read off the draft afterwards.
import type { TemplateId } from '../../../server/src/form/formats.js';
import type { Draft } from '../draft.js';
import type { Layout } from '../layouts/layout.js';
import type { Random } from '../random.js';

export interface Variation {
  readonly id: string;
  /** Variations that share a word here exclude each other. */
  readonly excludes?: readonly string[];
  /** Whether it makes sense here; always, if not given. */
  suits?(layout: Layout, template: TemplateId): boolean;
  apply(draft: Draft, random: Random, layout: Layout): void;
}
