import path from 'node:path';
import type { APIRoute } from 'astro';
import { loadLibraries } from '../runners/build/load-libraries.ts';

/** What the editor checks programs against; fetched by its worker when a reader edits. */
export const GET: APIRoute = () => Response.json(loadLibraries(path.resolve('.')));
