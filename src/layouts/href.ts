/** The address of a page or file of the site below its base path: `href('articles/x/')`. */
export function href(path: string): string {
  const base = import.meta.env.BASE_URL;
  return `${base.endsWith('/') ? base : `${base}/`}${path}`;
}
