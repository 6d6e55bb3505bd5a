// title: Two saves that fail in the same second
// question: `cache` and `index` both fail after 1 s. `main` calls `save_all` twice, first with plain handlers around it and then with `except*`.
//   Which of the four handlers run, and when?
// answer: Handler 2 at 1 s, with 2 errors, and then 3 and 4, both at 2 s. A group raises an `ExceptionGroup`, which is not an `OSError`.
//   `except*` looks into it, and every handler that finds something runs.
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

export async function main() {
  try {
    await saveAll();
  } catch (group) {
    if (group instanceof OSError) console.log('1: except OSError');
    else if (group instanceof ExceptionGroup) {
      console.log(`2: ${group.exceptions.length} errors`);
    } else throw group;
  }
  try {
    await saveAll();
  } catch (group) {
    if (!(group instanceof ExceptionGroup)) throw group;
    const [noAccess, others] = group.split(OSError);
    if (noAccess) console.log('3: except* OSError');
    const [wrong, rest] = others?.split(ValueError) ?? [];
    if (wrong) console.log('4: except* ValueError');
    if (rest) throw rest;
  }
}
