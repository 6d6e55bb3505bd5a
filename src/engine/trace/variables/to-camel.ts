/** Returns a name as TypeScript would write it, so that names of both languages can be compared: `in_stock` is `inStock`. */
export function toCamel(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}
