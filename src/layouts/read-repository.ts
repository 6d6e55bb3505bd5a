/**
 * The address of the repository for a browser, without a slash at its end.
 *
 * @param named `REPOSITORY_URL` of the environment, which a build on GitHub sets by itself, a fork's too
 * @param field `repository.url` of package.json, as npm writes it: `git+https://github.com/owner/name.git`
 * @throws if it is not a https address
 */
export function readRepository(named: string | undefined, field: string): string {
  const address = (named === undefined || named === '' ? field : named)
    .replace(/^git\+/, '')
    .replace(/(?:\.git)?\/?$/, '');
  if (/^https:\/\/[^/]+\/./.test(address)) return address;
  throw new Error(
    `Expected the address of the repository to begin with https://, but got "${address}". Mend REPOSITORY_URL, or "repository" in package.json.`,
  );
}
