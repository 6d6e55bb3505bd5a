/**
 * The address of the sources, with which the links to edit a page and to report an error begin. astro.config.mjs reads it from
 * package.json.
 */
export const repository = import.meta.env.PUBLIC_REPOSITORY;
