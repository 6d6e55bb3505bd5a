/** The address of a PEP's own text. */
export function pepAddress(number: number): string {
  return `https://peps.python.org/pep-${String(number).padStart(4, '0')}/`;
}
