/**
 * Returns a short hash of a text, by which the text is recognized: FNV-1a, twice, for 64 bits. Not for anything that somebody might
 * forge.
 */
export function sumText(text: string): string {
  let [one, other] = [0x81_1c_9d_c5, 0x9d_c5_81_1c];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01_00_01_93) >>> 0;
    other = Math.imul(other ^ (code + at), 0x01_00_01_93) >>> 0;
  }
  return `${one.toString(36)}${other.toString(36)}`;
}
