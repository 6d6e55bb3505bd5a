/** The front matter of an article that no rule has anything against, for tests. */
export const exampleFront = `---
title: One article
claim: By the end you can say what this article says, all of it.
question: What does the one article of this test say?
next: What would a second article of this test say?
part: 1
order: 10
peps: [492]
published: 2026-11-21
changed:
  - { what: nothing, kind: syntax, version: "3.5", source: pep }
sources:
  - { id: pep, text: PEP 492, supports: everything said here }
---
`;
