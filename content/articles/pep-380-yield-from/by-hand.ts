// title: All four ways, handed on by hand
// question: `main` answers the request for a word by throwing an error in. What comes back?
// answer: "heard nothing". The error is thrown on to `talk`, which returns instead of yielding. The value comes out with
//   `StopIteration`, and `outer` goes on behind its loop.
// look: The `throw` enters `outer` and is thrown once more, into `talk`. With `yield from` it would go there in one step.

import { close, GeneratorExit, send, throwInto } from '@yieldpoint/scheduler';

type Talk = Generator<string, string, string>;

function* talk(): Talk {
  try {
    return yield 'a word, please';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'nothing';
  }
}

function* outer(inner: Talk): Generator<string, void, string> {
  let step = send(inner);
  while (!step.done) {
    try {
      const value: string = yield step.value;
      step = send(inner, value);
    } catch (error) {
      if (error instanceof GeneratorExit) close(inner);
      step = throwInto(inner, error);
    }
  }
  yield `heard ${step.value}`;
}

export function main() {
  const conversation = outer(talk());
  console.log(send(conversation).value);
  console.log(throwInto(conversation, new RangeError()).value);
  close(conversation);
}
