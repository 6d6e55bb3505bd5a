import { describe, expect, it } from 'vitest';
import { articleSchema } from '../build/schemas/article.ts';
import { pepSchema } from '../build/schemas/pep.ts';
import { writeLinkedData } from '../layouts/linked-data.ts';
import { describeArticle, describeGlossary, describePep, describeSite } from './_describe-pages.ts';

const address = (path: string): string => `https://site.invalid/base/${path}`;

const article = articleSchema.parse({
  title: 'A `yield` that takes',
  claim: 'By the end you can say what `send()` hands to a suspended generator.',
  question: 'How does a value get in?',
  next: 'How does a helper yield for its caller?',
  part: 1,
  order: 3,
  peps: [342, 288],
  published: '2026-02-03',
  changed: [{ what: 'send()', kind: 'method', version: '2.5', source: 'pep' }],
  sources: [
    { id: 'pep', text: 'PEP 342', url: 'https://peps.python.org/pep-0342/', supports: 'what send() does' },
    { id: 'book', text: 'A book on paper', supports: 'the history of it' },
  ],
});

describe('the linked data of an article', () => {
  const signed = { ...article, authors: ['Ada', 'Grace'] };
  const [told, crumbs] = describeArticle('pep-342', signed, '2026-04-05', address)['@graph'];

  it('says in plain text what the article is, who wrote it and when', () => {
    expect(told).toMatchObject({
      '@type': 'TechArticle',
      headline: 'A yield that takes',
      description: 'By the end you can say what send() hands to a suspended generator.',
      url: 'https://site.invalid/base/articles/pep-342/',
      image: 'https://site.invalid/base/pictures/preview/articles/pep-342.png',
      datePublished: '2026-02-03',
      dateModified: '2026-04-05',
      author: [
        { '@type': 'Person', name: 'Ada' },
        { '@type': 'Person', name: 'Grace' },
      ],
    });
  });

  it('links its PEPs to their pages on this site, and names its sources with their addresses if they have one', () => {
    expect(told?.['about']).toMatchObject([
      { name: 'PEP 342', url: 'https://site.invalid/base/peps/342/' },
      { name: 'PEP 288', url: 'https://site.invalid/base/peps/288/' },
    ]);
    expect(told?.['citation']).toEqual([
      { '@type': 'CreativeWork', name: 'PEP 342', url: 'https://peps.python.org/pep-0342/' },
      'A book on paper',
    ]);
  });

  it('is by the contributors if it names no author, and says nothing about changes if they are unknown', () => {
    const [unknown] = describeArticle('pep-342', article, undefined, address)['@graph'];
    expect(unknown?.['author']).toEqual({ '@type': 'Organization', name: 'Yieldpoint contributors' });
    expect(unknown).not.toHaveProperty('dateModified');
  });

  it('leads from the home page to the article in numbered steps', () => {
    expect(crumbs).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Yieldpoint', item: 'https://site.invalid/base/' },
        { '@type': 'ListItem', position: 2, name: 'Articles', item: 'https://site.invalid/base/articles/' },
        {
          '@type': 'ListItem',
          position: 3,
          name: 'A yield that takes',
          item: 'https://site.invalid/base/articles/pep-342/',
        },
      ],
    });
  });
});

it('distinguishes the page of a PEP from the proposal, which has its own authors, day and address', () => {
  const pep = pepSchema.parse({
    number: 342,
    title: 'Coroutines via Enhanced Generators',
    authors: ['Guido van Rossum', 'Phillip J. Eby'],
    created: '2005-05-10',
    status: 'Final',
    meaning: 'Made `yield` an expression.',
    before: 'Nothing could be handed in.',
    source: [
      { text: 'PEP 356', url: 'https://peps.python.org/pep-0356/' },
      { text: 'PEP 342', url: 'https://peps.python.org/pep-0342/' },
    ],
  });
  expect(describePep(pep, address)['@graph'][0]).toMatchObject({
    '@type': 'WebPage',
    url: 'https://site.invalid/base/peps/342/',
    description: 'Made yield an expression.',
    mainEntity: {
      name: 'PEP 342: Coroutines via Enhanced Generators',
      dateCreated: '2005-05-10',
      creativeWorkStatus: 'Final',
      author: [{ name: 'Guido van Rossum' }, { name: 'Phillip J. Eby' }],
      url: 'https://peps.python.org/pep-0342/',
    },
  });
});

it('gives every term of the glossary the address of its anchor', () => {
  const terms = [
    { id: 'lane', term: 'lane', also: [], short: 'A row of `main`.' },
    { id: 'baton', term: 'baton', also: ['`turn`'], short: 'What one task has at a time.' },
  ];
  const [set] = describeGlossary('Words.', terms, address)['@graph'];
  expect(set).toMatchObject({
    '@type': 'DefinedTermSet',
    hasDefinedTerm: [
      { '@id': 'https://site.invalid/base/glossary/#lane', name: 'lane', description: 'A row of main.' },
      { '@id': 'https://site.invalid/base/glossary/#baton', alternateName: ['turn'] },
    ],
  });
});

it('lets no content end the script element, and parses as the same data', () => {
  const data = describeSite('</script><b>&amp;', address);
  const text = writeLinkedData(data);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual(data);
});
