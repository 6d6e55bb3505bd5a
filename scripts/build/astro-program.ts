import { fileURLToPath } from 'node:url';

/** Astro's command as a file for this Node: by its name alone, Windows would not find it. */
export const astroProgram = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));
