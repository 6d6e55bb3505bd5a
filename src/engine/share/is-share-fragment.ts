/** Whether a fragment is supposed to contain a program, readable or not. */
export function isShareFragment(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}
