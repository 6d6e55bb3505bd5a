import type { Import } from './read-imports.ts';
import { findRoom, rooms } from './rooms.ts';

/** Returns the table of rooms for ARCHITECTURE.md: what each contains, and which other rooms it imports, without tests. */
export function drawRoomTable(imports: readonly Import[]): string {
  const reached = new Map<string, Set<string>>();
  for (const { file, target, isPackage } of imports) {
    const [room, other] = [findRoom(file), findRoom(target)];
    if (isPackage || room === undefined || other === undefined || room === other || /\.test(-d)?\.ts$/.test(file))
      continue;
    reached.set(room.folder, (reached.get(room.folder) ?? new Set()).add(other.folder));
  }
  const rows = rooms.map(({ folder, holds, packages = [] }) => {
    const others = rooms
      .filter((other) => reached.get(folder)?.has(other.folder))
      .map((other) => shorten(other.folder));
    const named = packages.map((name) => `the package \`${name}\``);
    return `| \`${folder}/\` | ${holds} | ${[...named, ...others].join(', ') || '–'} |`;
  });
  return ['| room | holds | imports |', '| --- | --- | --- |', ...rows].join('\n');
}

const shorten = (folder: string): string => `\`${folder.replace(/^src\//, '')}\``;

/** Returns the text with the table between its two marks. */
export function putTable(text: string, table: string): string {
  return text.replace(
    /(<!-- imports -->\n)[^]*(<!-- \/imports -->)/,
    (_, start: string, end: string) => `${start}\n<!-- prettier-ignore -->\n${table}\n\n${end}`,
  );
}
