import { expect, it } from 'vitest';
import { findFault } from './check-program.ts';
import { generateProgram, programKinds } from './generate-program.ts';
import { writePython } from './write-python.ts';

const seeds = Array.from({ length: 2000 }, (_, seed) => seed);

it.each(programKinds)('generates %s programs that mean the same in both languages', (kind) => {
  const faults = seeds.flatMap((seed) => findFault(generateProgram(kind, seed)) ?? []);
  expect(faults).toEqual([]);
});

it('generates the same program from the same seed, and another one from the next', () => {
  for (const kind of programKinds) {
    expect(generateProgram(kind, 7)).toEqual(generateProgram(kind, 7));
    expect(generateProgram(kind, 7)).not.toEqual(generateProgram(kind, 8));
  }
});

const constructs = [
  ...['create_task(', 'eager_start=True', 'ensure_future(', 'current_task()', 'all_tasks()', "name='ann'", 'set_name('],
  ...['sleep(0)', 'sleep(1', 'sleep(-1', "sleep(float('inf'))", 'gather(', 'return_exceptions=True', 'gather(*[]'],
  ...['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'timeout=', 'wait_for(', 'shield('],
  ...['in asyncio.as_completed(', 'async for v1 in asyncio.as_completed(', 'await v1'],
  ...['timeout(', 'timeout(None)', 'timeout_at(', '.reschedule(', '.reschedule(None)', '.expired()', '.when()'],
  ...['TaskGroup()', '.create_task(', 'BaseExceptionGroup', ".cancel('", '.cancel()', '.uncancel()', '.cancelling()'],
  ...['except asyncio.CancelledError', 'except BaseException', 'finally:', '        raise\n', 'raise Boom('],
  ...[
    'call_soon(',
    'call_later(',
    'call_at(',
    'h1.cancel()',
    'h1.cancelled()',
    'add_done_callback(',
    'remove_done_callback(',
  ],
  ...['create_future()', '.set_result(', '.set_exception(', 'loop.stop()', 'loop.time()'],
  ...['Event()', '.is_set()', '.set()', '.clear()', 'Lock()', '.acquire()', '.release()', '.locked()', 'async with l1'],
  ...['Condition()', 'Condition(l1)', 'd1.wait()', 'd1.wait_for(lambda', '.notify(', '.notify_all()'],
  ...['Semaphore(', 'BoundedSemaphore(', 'Barrier(', 'b1.wait()', 'b1.reset()', 'b1.abort()', '.n_waiting', '.broken'],
  ...['Queue(', 'LifoQueue(', 'PriorityQueue(', '.put(', '.get()', '.put_nowait(', '.get_nowait()', '.task_done()'],
  ...['.join()', '.shutdown()', '.shutdown(True)', '.qsize()', '.empty()', '.full()'],
  ...[
    '(yield ',
    'anext(g1)',
    "anext(g1, 'end')",
    'g1.asend(None)',
    'g1.asend(5)',
    'g1.athrow(',
    'g1.aclose()',
    'aclosing(',
  ],
  ...[
    'asyncio.to_thread(work1, ',
    'time.sleep(',
    'i1.append(',
    'i1.append([',
    'j1.add(',
    'j1.balance',
    'j1.entries',
    ' = i1\n',
    'Account(',
  ],
  ...['u1.set(', 'u1.reset(', 'copy_context()', 'context=m1', 'm1.run('],
  ...['async for v', 'async for item in', 'await w2(item) async for', 'if await', 'break\n', ' = None\n'],
];

it('has every construct in some program', () => {
  const texts = seeds.map((seed) => writePython(generateProgram('mixed', seed), false)).join('\n');
  expect(constructs.filter((construct) => !texts.includes(construct))).toEqual([]);
});

it('hands over and cancels in one step of contending programs', () => {
  const texts = seeds.map((seed) => writePython(generateProgram('contention', seed), false));
  const both = /\.(release|set|notify|put_nowait|set_result)\(.*\)\n\s+t\d\.cancel\(/;
  const inReverse = /t\d\.cancel\(.*\)\n.*(\n\s+try:)?\n?\s+[a-z]\d\.(release|set|notify|put_nowait|set_result)\(/;
  expect(texts.filter((text) => both.test(text)).length).toBeGreaterThan(200);
  expect(texts.filter((text) => inReverse.test(text)).length).toBeGreaterThan(200);
});
