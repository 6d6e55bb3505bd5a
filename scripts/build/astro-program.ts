import { fileURLToPath } from 'node:url';

/** The path of Astro's command for this Node, because Windows would not find it by name alone. */
export const astroProgram = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));
