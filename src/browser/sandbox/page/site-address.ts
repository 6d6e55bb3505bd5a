/** Returns the address of a file of the site, wherever the site is hosted: `siteAddress('sandbox.html')`. */
export function siteAddress(path: string): string {
  const base = import.meta.env.BASE_URL;
  return new URL(`${base}${base.endsWith('/') ? '' : '/'}${path}`, location.href).href;
}
