/**
 * The address of the repository for a browser, without a slash at its end.
 *
 * @param named `REPOSITORY_URL` of the environment; a build on GitHub sets it, also in a fork
 * @param field `repository.url` of package.json, as npm writes it: `git+https://github.com/owner/name.git`
 * @throws if it is not an https address
 */
export function readRepository(named: string | undefined, field: string): string {
  const address = (named === undefined || named === '' ? field : named)
    .replace(/^git\+/, '')
    .replace(/(?:\.git)?\/?$/, '');
  if (/^https:\/\/[^/]+\/./.test(address)) return address;
  throw new Error(
    `Expected the address of the repository to begin with https://, but got "${address}". Fix REPOSITORY_URL, or "repository" in package.json.`,
  );
}
