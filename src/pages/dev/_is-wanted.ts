import process from 'node:process';

/**
 * Whether the catalogue for contributors is built: in `astro dev`, and if the environment has `DEV_PAGES=1`, as for the browser
 * tests.
 */
export const isCatalogueWanted: boolean = import.meta.env.DEV || process.env['DEV_PAGES'] === '1';
