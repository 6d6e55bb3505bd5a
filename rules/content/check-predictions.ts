import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import type { Finding } from './finding.ts';
import { listTags } from './list-tags.ts';
import type { Content } from './load-content.ts';

/** How many predictions an article asks for: a reader who is stopped at every program stops reading. */
const mostPredictions = 3;

/** Every question has an answer; an article asks for a few predictions only, and for none of a demo that has no question. */
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
    const asking = listTags(article).filter(({ name, attributes }) => name === 'Demo' && attributes.has('predict'));
    const fourth = asking[mostPredictions];
    return [
      ...asking.flatMap(({ line, attributes }) => {
        const pair = pairs.find(({ id }) => id === `${article.id}/${attributes.get('name') ?? ''}`);
        if (pair === undefined || pair.front.question !== undefined) return [];
        return [
          {
            file: article.file,
            line,
            message: `Expected a demo that asks for a prediction to have a question, but ${pair.typescript.file} has none`,
            fix: 'Write "question: …" into its front block, or take "predict" out.',
          },
        ];
      }),
      ...(fourth === undefined
        ? []
        : [
            {
              file: article.file,
              line: fourth.line,
              message: `Expected an article to ask for ${mostPredictions} predictions at most, but this one asks for ${asking.length}`,
              fix: 'Keep "predict" where the answer surprises most, and let the other demos show their runs at once.',
            },
          ]),
    ];
  });
}
