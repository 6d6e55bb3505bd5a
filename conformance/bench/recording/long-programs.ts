/**
 * A hundred and fifty tasks that add numbers, keep values in their own lists, and share one list: the same program in both
 * languages.
 */
export const longTypeScript = `import { createTask, sleep } from '@yieldpoint/scheduler';
async function worker(n: number, seen: number[]) {
  const mine: number[] = [];
  let total = 0;
  for (let i = 0; i < 10; i++) {
    total += n * i;
    mine.push(total);
    await sleep(0.1);
  }
  seen.push(total);
}
export async function main() {
  const seen: number[] = [];
  const tasks = [];
  for (let n = 0; n < 150; n++) tasks.push(createTask(worker(n, seen)));
  for (const task of tasks) await task;
  return seen.length;
}`;

/** @see longTypeScript */
export const longPython = `import asyncio
async def worker(n, seen):
    mine = []
    total = 0
    for i in range(10):
        total += n * i
        mine.append(total)
        await asyncio.sleep(0.1)
    seen.append(total)
async def main():
    seen = []
    tasks = []
    for n in range(150):
        tasks.append(asyncio.create_task(worker(n, seen)))
    for task in tasks:
        await task
    return len(seen)
`;
