import { expect, it } from 'vitest';
import { heedsChance } from './heeds-chance.ts';

it.each([
  ['python', 'import random\nprint(random.random())'],
  ['python', 'from random import randint as roll\nprint(roll(1, 6))'],
  ['python', 'import uuid, secrets\nprint(uuid.uuid4())'],
  ['python', 'import os\nprint(os.urandom(4))'],
  ['python', 'from datetime import datetime\nprint(datetime.now())'],
  ['python', 'import time\nprint(time.time())'],
  ['python', 'from time import sleep, time\nprint(time())'],
  ['typescript', 'console.log(Math.random());'],
  ['typescript', 'console.log(new Date());'],
] as const)('finds that runs of %s may differ: %s', (language, source) => {
  expect(heedsChance(language, source)).toBe(true);
});

it.each([
  ['python', 'import time\ntime.sleep(1)\nprint(time.monotonic())'],
  ['python', 'import asyncio\nasyncio.run(asyncio.sleep(1))'],
  ['python', 'from time import sleep\nsleep(1)'],
  ['python', 'timeout = 3'],
  ['typescript', "console.log('hello');"],
] as const)('finds that runs of %s are always the same: %s', (language, source) => {
  expect(heedsChance(language, source)).toBe(false);
});
