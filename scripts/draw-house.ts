import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawRoomTable, putTable } from '../rules/house/draw-table.ts';
import { listFiles, readImports } from '../rules/house/read-imports.ts';

/** Puts the current table of rooms and their imports into ARCHITECTURE.md: `npm run house`. */
const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, 'ARCHITECTURE.md');
const imports = listFiles(root).flatMap((name) => readImports(root, name));
writeFileSync(file, putTable(readFileSync(file, 'utf8'), drawRoomTable(imports)));
