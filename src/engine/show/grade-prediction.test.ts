import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { gradePrediction, listPrinted } from './grade-prediction.ts';
import { openRun } from '../trace/open-run.ts';

const lines = listPrinted(openRun(twoSleeps)).map(({ text }) => text);

describe('gradePrediction', () => {
  it('accepts the lines of the run with any space around them', () => {
    expect(gradePrediction(openRun(twoSleeps), `${lines.map((line) => `  ${line} `).join('\n')}\n\n`)).toEqual({
      right: true,
      words: 'Right: 4 lines, in this order.',
      step: 26,
    });
  });

  it('goes to the step that prints the first line that differs', () => {
    const [first, second, third, fourth] = lines;
    const verdict = gradePrediction(openRun(twoSleeps), [first, second, fourth, third].join('\n'));
    expect(verdict).toMatchInlineSnapshot(`
      {
        "right": false,
        "step": 15,
        "words": "Your first 2 lines are right. Line 3 is “Finished thinking for 2 seconds...”, and you expected “Finished thinking for 5 seconds...”. The drawing shows step 15, which prints it: look at what ran before.",
      }
    `);
  });

  it('says where an answer ends too early, and which line of a longer one is never printed', () => {
    expect(gradePrediction(openRun(twoSleeps), lines.slice(0, 1).join('\n'))?.words).toMatch(
      /^Your first line is right\. Line 2 is “.*”, and your answer ends before it\./,
    );
    expect(gradePrediction(openRun(twoSleeps), [...lines, 'more'].join('\n'))).toEqual({
      right: false,
      words: 'The run prints 4 lines and then ends. Your line 5, “more”, is never printed.',
      step: 26,
    });
  });

  it('confirms a part of the lines in their order, and names the first that is left out', () => {
    const [first, second, third, fourth] = lines;
    expect(gradePrediction(openRun(twoSleeps), [second, fourth].join('\n'))).toEqual({
      right: false,
      words: `The run prints your 2 lines in this order, and 2 more. The first that you left out is “${first}”. The drawing shows step 7, which prints it.`,
      step: 7,
    });
    expect(gradePrediction(openRun(twoSleeps), third ?? '')?.words).toMatch(/^The run prints your line, and 3 more\./);
    expect(gradePrediction(openRun(twoSleeps), [fourth, second].join('\n'))?.words).toMatch(/^Line 1 is/);
  });

  it('says nothing about an empty answer', () => {
    expect(gradePrediction(openRun(twoSleeps), ' \n ')).toBeUndefined();
  });

  it('names a step of the run, whatever the answer', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...lines), fc.string())), (answer) => {
        const step = gradePrediction(openRun(twoSleeps), answer.join('\n'))?.step ?? 1;
        expect(step >= 1 && step <= 24).toBe(true);
      }),
    );
  });
});
