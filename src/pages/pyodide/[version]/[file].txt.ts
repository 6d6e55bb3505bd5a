import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { locatePyodideFile, pyodideFiles } from '../../../runners/sandbox/page/pyodide-files.ts';

export const getStaticPaths = (() =>
  pyodideFiles.map((name) => {
    const [, version, file = ''] = locatePyodideFile(name).split('/');
    return { params: { version, file: path.basename(file, '.txt') }, props: { name } };
  })) satisfies GetStaticPaths;

/** The files of CPython, as in the npm package: the site needs no other host. */
export const GET: APIRoute<{ readonly name: string }> = ({ props }) =>
  new Response(new Uint8Array(readFileSync(path.resolve('node_modules/pyodide', props.name))));
