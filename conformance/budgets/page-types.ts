/** One page of every type. */
export type PageType = {
  readonly name: string;
  readonly address: string;
  /** Says about itself that search engines should not list it. */
  readonly unlisted?: true;
};

export const pageTypes: readonly PageType[] = [
  { name: 'home', address: '/' },
  { name: 'article', address: '/articles/pep-3156-asyncio/' },
  { name: 'articles', address: '/articles/' },
  { name: 'PEP', address: '/peps/492/' },
  { name: 'PEPs', address: '/peps/' },
  { name: 'glossary', address: '/glossary/' },
  { name: 'misconceptions', address: '/misconceptions/' },
  { name: 'versions', address: '/versions/' },
  { name: 'gallery', address: '/demos/' },
  { name: 'playground', address: '/playground/' },
  { name: 'search', address: '/search/' },
  { name: 'scheduler', address: '/scheduler/' },
  { name: 'contribute', address: '/contribute/' },
  { name: 'about', address: '/about/' },
  { name: 'embed', address: '/embed/pep-3156-asyncio/think/', unlisted: true },
  // By its file name, because Lighthouse stops at an answer with status 404.
  { name: '404', address: '/404.html' },
];
