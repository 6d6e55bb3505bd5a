import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import type { Finding } from './finding.ts';
import { locateLine, listTags, type Tag } from './list-tags.ts';
import type { Content, LoadedArticle } from './load-content.ts';

/** How often an article may ask for a prediction: a reader who is stopped at every program stops reading. */
const mostPredictions = 3;

/**
 * Every question has an answer. An article asks for only a few predictions, and only at demos with a question. Demos with nothing
 * between them are one exercise and count once.
 */
export function checkPredictions(content: Content, pairs: readonly DemoPair[]): readonly Finding[] {
  return [...checkAnswers(pairs), ...checkAsking(content, pairs)];
}

function checkAnswers(pairs: readonly DemoPair[]): readonly Finding[] {
  return pairs.flatMap(({ front: { question, answer }, typescript: { file } }) => {
    if ((question === undefined) === (answer === undefined)) return [];
    const [has, lacks] = answer === undefined ? ['a question', 'answer'] : ['an answer', 'question'];
    return [
      {
        file,
        line: 1,
        message: `Expected a question and its answer in the front block, but there is only ${has}`,
        fix: `Add a line "${lacks}: …" to it.`,
      },
    ];
  });
}

function checkAsking({ articles }: Content, pairs: readonly DemoPair[]): readonly Finding[] {
  return articles.flatMap((article) => {
    const asking = listTags(article).filter(isAsking);
    return [...asking.flatMap((tag) => checkQuestion(article, tag, pairs)), ...checkCount(article)];
  });
}

function isAsking({ name, attributes }: Tag): boolean {
  return name === 'Demo' && attributes.has('predict');
}

function checkQuestion(
  { id, file }: LoadedArticle,
  { line, attributes }: Tag,
  pairs: readonly DemoPair[],
): readonly Finding[] {
  const pair = pairs.find((each) => each.id === `${id}/${attributes.get('name') ?? ''}`);
  if (pair === undefined || pair.front.question !== undefined) return [];
  const message = `Expected a demo that asks for a prediction to have a question, but ${pair.typescript.file} has none`;
  return [{ file, line, message, fix: 'Write "question: …" into its front block, or take "predict" out.' }];
}

function checkCount(article: LoadedArticle): readonly Finding[] {
  const blocks = article.tree.children ?? [];
  const asks = blocks.map(
    ({ type, name, attributes = [] }) =>
      type === 'mdxJsxFlowElement' && name === 'Demo' && attributes.some((attribute) => attribute.name === 'predict'),
  );
  const first = blocks.filter((_, at) => asks[at] === true && asks[at - 1] !== true);
  const tooMany = first[mostPredictions];
  if (tooMany === undefined) return [];
  return [
    {
      file: article.file,
      line: locateLine(tooMany, article.bodyLine),
      message: `Expected an article to ask for predictions in ${mostPredictions} places at most, but this one does in ${first.length}`,
      fix: 'Keep "predict" where the answer surprises most, and let the other demos show their runs at once.',
    },
  ];
}
