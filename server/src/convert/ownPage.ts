// What a page says of itself that was written here: where in it the report stands, whole and alone.

/** The `id` of its `<main>`. */
export const OWN_PAGE = 'nianbao';
