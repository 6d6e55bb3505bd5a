import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One import of one file, of types included. */
export type Import = {
  readonly file: string;
  /** The imported file, relative to the project's folder, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Whether it is in a `<script>` of an `.astro` file, and so runs in the browser. */
  readonly isInScript: boolean;
};

const folders = ['src', 'conformance', 'rules', 'authoring', 'scripts', 'e2e'];

/** Returns every file of the project that may import another, relative to the project's folder, sorted. */
export function listFiles(root: string): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file.replaceAll(path.sep, '/')}`,
      ),
    )
    .filter((file) => /\.(ts|mjs|astro)$/.test(file) && !/\/node_modules\/|\/dist\//.test(file))
    .sort();
}

const scheduler = 'src/engine/scheduler/';

/** Returns every import of a `.ts`, `.mjs` or `.astro` file: static, dynamic, of types, and in each of its `<script>`s. */
export function readImports(root: string, file: string): readonly Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (!file.endsWith('.astro')) return listImports(file, text, false);
  const front = /^---\n(.*?)\n---/s.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script(?![^>]*\bis:inline\b)[^>]*>(.*?)<\/script>/gs)];
  return [...listImports(file, front, false), ...scripts.flatMap(([, script = '']) => listImports(file, script, true))];
}

function listImports(file: string, text: string, isInScript: boolean): readonly Import[] {
  return ts.preProcessFile(text).importedFiles.map(({ fileName }): Import => {
    const [target = ''] = fileName.split('?');
    if (target.startsWith('.'))
      return { file, target: path.posix.join(path.posix.dirname(file), target), isPackage: false, isInScript };
    const ofScheduler = /^@yieldpoint\/scheduler(?:\/(?<entry>.*))?$/.exec(target);
    if (ofScheduler === null) return { file, target, isPackage: true, isInScript };
    const { entry = 'index' } = ofScheduler.groups ?? {};
    return { file, target: `${scheduler}${entry}.ts`, isPackage: false, isInScript };
  });
}

/** Returns the files that a `<script>` brings into the browser, by following every import from there. */
export function listScriptFiles(imports: readonly Import[]): ReadonlySet<string> {
  const byFile = Map.groupBy(imports, ({ file }) => file);
  const reached = new Set<string>();
  const open = imports.filter(({ isInScript, isPackage }) => isInScript && !isPackage).map(({ target }) => target);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const { target, isPackage } of byFile.get(file) ?? []) if (!isPackage) open.push(target);
  }
  return reached;
}

/** Returns the circles of imports, each as a list of files that all lead to each other. */
export function listCircles(imports: readonly Import[]): readonly (readonly string[])[] {
  const edges = new Map<string, string[]>();
  for (const { file, target, isPackage } of imports) {
    if (isPackage) continue;
    edges.set(file, [...(edges.get(file) ?? []), target]);
  }
  // Tarjan's strongly connected components.
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    lowest.set(file, own);
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (next === file) circles.push([file]);
      const reached = order.has(next) ? (stack.includes(next) ? (order.get(next) ?? 0) : own) : visit(next);
      lowest.set(file, Math.min(lowest.get(file) ?? own, reached));
    }
    const low = lowest.get(file) ?? own;
    if (low !== own) return low;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
    return low;
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return circles;
}
