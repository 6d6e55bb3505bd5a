// title: Two saves that fail in the same second
// question: `cache` and `index` both fail after 1 s. `save_or_skip` has a plain handler for `OSError`, and `main` has two with a star. Which lines do
//   the handlers print?
// answer: The lines of handlers 2 and 3, both at 1 s. A group raises an `ExceptionGroup`, which is not an `OSError`, so handler 1 does not match.
//   `except*` looks into the group, and every handler that finds something runs.
// look: Both tasks fail in one iteration of the loop. The callbacks of the group run in the next one, one for each error.

import { ExceptionGroup, sleep, TaskGroup } from '@yieldpoint/scheduler';

class OSError extends Error {}
class ValueError extends Error {}

async function save(place: string) {
  await sleep(1);
  if (place === 'cache') throw new OSError('no connection');
  if (place === 'index') throw new ValueError('no such field');
}

async function saveAll() {
  await using group = new TaskGroup();
  group.createTask(save('cache'));
  group.createTask(save('index'));
}

async function saveOrSkip() {
  try {
    await saveAll();
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    console.log('1: except OSError');
  }
}

export async function main() {
  try {
    await saveOrSkip();
  } catch (group) {
    if (!(group instanceof ExceptionGroup)) throw group;
    const [noAccess, others] = group.split(OSError);
    if (noAccess) console.log('2: except* OSError');
    const [wrong, rest] = others?.split(ValueError) ?? [];
    if (wrong) console.log('3: except* ValueError');
    if (rest) throw rest;
  }
}
