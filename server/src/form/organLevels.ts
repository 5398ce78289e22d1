// The levels of organs that a user may choose from, in words that commands take.

/** A department is `bureau`, whatever level it belongs to. */
export const ORGAN_LEVELS = ['town', 'bureau', 'county', 'city', 'province'] as const;
export type OrganLevel = (typeof ORGAN_LEVELS)[number];
