import { expect, expectText, test } from './reading-room.ts';

const article = '/articles/pep-3156-asyncio/';

test('an article is read, its question answered, and its run stepped through with buttons and keys', async ({
  reader,
  site,
}) => {
  await reader.open(site.origin + article);
  await expectText(reader, 'h1', /asyncio/);
  const hidden = await reader.evaluate(() => document.querySelector('#think .timeline-run')?.checkVisibility());
  expect(hidden).toBe(false);
  await reader.click({ role: 'button', name: 'I have my answer: show the run', within: '#think' });
  await expectText(reader, '#think .console', /think\(5\) is done/);
  await reader.click({ role: 'button', name: 'To start', within: '#think' });
  await expectText(reader, '#think .position', /^0 \//);
  await reader.click({ role: 'button', name: 'Step forward', within: '#think' });
  await expectText(reader, '#think .sentence', /^Step 1 of \d+\. The task main is created/);
  await reader.evaluate(() => document.querySelector<HTMLElement>('#think .timeline-scroll')?.focus());
  await reader.press('ArrowRight');
  await reader.press('ArrowRight');
  await expectText(reader, '#think .position', /^3 \//);
  await reader.press('End');
  await expectText(reader, '#think .position', /^(\d+) \/ \1$/);
});
