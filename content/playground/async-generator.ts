// title: Async generator
// lines: In TypeScript the loop and what it prints are one line, in Python two.

import { collect, run, sleep } from '@yieldpoint/scheduler';

async function* pages(last: number) {
  for (let page = 1; page <= last; page += 1) {
    await sleep(1);
    yield [`row ${page}a`, `row ${page}b`];
  }
}

async function* rows(last: number) {
  for await (const page of pages(last)) {
    for (const row of page) yield row;
  }
}

async function main() {
  for await (const row of rows(2)) console.log(row);
  const lengths = await collect(pages(3), (page) => page.length);
  console.log(`[${lengths.join(', ')}]`);
}

run(main());
