// title: Delays without an end, shared by two uploads
// question: `photo` fails twice, `video` and `audio` fail once. How long does each of the three wait after its first failure?
// answer: `photo` 1 s, `video` 4 s and `audio` 1 s. `video` goes on in the generator from which `photo` has taken two delays.
//   `audio` has a generator of its own.
// look: The lane that `photo` and `video` share has no end of its own: it is suspended at the same `yield` three times, and then
//   closed.

import { close } from '@yieldpoint/scheduler';

function* delays() {
  let seconds = 1;
  while (true) {
    yield seconds;
    seconds = seconds * 2;
  }
}

type Delays = ReturnType<typeof delays>;

function upload(name: string, failures: number, waits: Delays) {
  while (failures > 0) {
    console.log(`${name} failed, wait ${waits.next().value} s`);
    failures -= 1;
  }
  console.log(`${name} is uploaded`);
}

export function main() {
  const shared = delays();
  upload('photo', 2, shared);
  upload('video', 1, shared);
  const fresh = delays();
  upload('audio', 1, fresh);
  close(shared);
  close(fresh);
}
