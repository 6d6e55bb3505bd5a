/** Whether a fragment is meant to carry a program, readable or not. */
export function isShareFragment(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}
