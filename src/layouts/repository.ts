/** Where the sources are: links to edit a page and to report an error begin with it. astro.config.mjs knows it from package.json. */
export const repository = import.meta.env.PUBLIC_REPOSITORY;
