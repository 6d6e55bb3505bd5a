import type { Language } from '../src/engine/trace/event/events.ts';

/** Programs that print, sleep, print and return 7. A sandbox in which one of them runs works. */
export const honestPrograms: Readonly<Record<Language, string>> = {
  typescript: `import { sleep } from '@yieldpoint/scheduler';
export async function main() {
  console.log('before');
  await sleep(1);
  console.log('after');
  return 7;
}`,
  python: `import asyncio
async def main():
    print('before')
    await asyncio.sleep(1)
    print('after')
    return 7
`,
};
