import type { Import } from './read-imports.ts';
import { findRoom, type Room } from './rooms.ts';

/** Tests may import anything, and so may the types of tests and modules that only tests import. */
const isTest = (file: string): boolean => /\.test(-d)?\.ts$|\/fixtures\//.test(file);

const shipped: ReadonlySet<Room['kind']> = new Set(['engine', 'build', 'browser', 'html'] as const);
const allowed: Readonly<Partial<Record<Room['kind'], readonly Room['kind'][]>>> = {
  engine: ['engine'],
  build: ['engine', 'build'],
  browser: ['engine', 'browser'],
  html: ['engine', 'build', 'html'],
};

/**
 * Returns what is wrong with an import, with both possible fixes; undefined if it follows the four rules.
 *
 * @param scriptFiles the files that some `<script>` brings into the browser
 */
export function findImportFault(found: Import, scriptFiles: ReadonlySet<string>): string | undefined {
  const { file, target, isPackage, isInScript } = found;
  const room = findRoom(file);
  if (isTest(file) || room === undefined) return undefined;
  const runsInBrowser = isInScript || scriptFiles.has(file);
  if (isPackage) {
    if (runsInBrowser && target.startsWith('node:'))
      return `${file} imports ${target}, but a <script> brings this file into the browser, where there is no Node. Move what needs Node into src/build.`;
    const packages = room.packages ?? (room.kind === 'engine' ? [] : undefined);
    if (packages === undefined || packages.includes(target)) return undefined;
    return `${file} imports the package ${target}, which ${room.folder}/ may not: it may import ${packages.join(', ') || 'no package'}. Move the code, or name the package in rules/house/rooms.ts and say why in docs/decisions/.`;
  }
  const other = findRoom(target);
  if (other === undefined || !shipped.has(room.kind)) return undefined;
  const mayBe = allowed[room.kind] ?? [];
  if (mayBe.includes(other.kind) && !(runsInBrowser && room.kind === 'html' && other.kind === 'build'))
    return undefined;
  if (room.kind === 'html' && other.kind === 'browser' && runsInBrowser) return undefined;
  return `${file} imports ${target}, but ${describe(room, runsInBrowser)}. Move the code to where both may reach it (src/engine), or into the other room.`;
}

function describe({ kind, folder }: Room, runsInBrowser: boolean): string {
  if (kind === 'html' && runsInBrowser) return `it runs in the browser, so it may import src/engine and src/browser`;
  if (kind === 'html')
    return `${folder}/ becomes HTML: it may import src/engine and src/build, and src/browser only from a <script>`;
  const may = kind === 'engine' ? 'itself' : `src/engine and src/${kind}`;
  return `${folder}/ may import only ${may}`;
}
