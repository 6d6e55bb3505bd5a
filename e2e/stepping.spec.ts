import { byteLimits } from '../conformance/budgets/byte-limits.ts';
import { goToStep, waitForStep } from './go-to-step.ts';
import { add, watchSent } from './pages/watch-sent.ts';
import { articles, demo, expect, openDemo, test } from './site.ts';

const address = '/articles/pep-3156-asyncio/';

test('the buttons step through a run and back', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const position = think.locator('.position');
  const last = Number((await position.textContent())?.split('/')[1]);
  await think.getByRole('button', { name: 'To start' }).click();
  await expect(position).toHaveText(`0 / ${last}`);
  await expect(think.locator('[data-output]:not([data-future])')).toHaveCount(0);
  for (let step = 1; step <= last; step++) {
    await think.getByRole('button', { name: 'Step forward' }).click();
    await expect(position).toHaveText(`${step} / ${last}`);
    await expect(think.locator('.sentence')).toContainText(`Step ${step} of ${last}`);
  }
  await expect(think.locator('[data-output][data-future]')).toHaveCount(0);
  await think.getByRole('button', { name: 'Step back' }).click();
  await expect(position).toHaveText(`${last - 1} / ${last}`);
});

test('a console says at its first line that nothing has been printed yet, and the first line moves nothing', async ({
  page,
}) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const first = think.locator('.console li').first();
  const read = (): Promise<readonly [note: string, shown: string, printed: string]> =>
    first.evaluate((line) => {
      const note = getComputedStyle(line, '::before');
      return [note.content, note.visibility, getComputedStyle(line).visibility];
    });
  const boxes = async (): Promise<readonly unknown[]> => [
    await first.boundingBox(),
    await think.locator('.console').boundingBox(),
  ];
  await goToStep(think, 0);
  expect(await read()).toEqual(['"Nothing printed yet."', 'visible', 'hidden']);
  const before = await boxes();
  for (let step = 1; await first.isHidden(); step += 1) await goToStep(think, step);
  expect(await read()).toEqual(['none', 'visible', 'visible']);
  expect(await boxes()).toEqual(before);
});

test('before its first step a drawing is scrolled to its beginning', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const read = (): Promise<number> => think.locator('.timeline-scroll').evaluate(({ scrollLeft }) => scrollLeft);
  await think.getByRole('button', { name: 'To end' }).click();
  await waitForStep(think, 'last');
  expect(await read()).toBeGreaterThan(0);
  await think.getByRole('button', { name: 'To start' }).click();
  await waitForStep(think, 0);
  expect(await read()).toBe(0);
});

test('the running line is marked in the program', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const marks: string[] = [];
  for (let step = 1; step <= 6; step++) {
    await goToStep(think, step);
    marks.push(
      ...(await think.locator('.line[data-mark]').evaluateAll((lines) => lines.map((line) => line.textContent))),
    );
  }
  expect(marks.some((line) => line.includes('await'))).toBe(true);
});

test('playing goes to the end by itself and can be stopped', async ({ page }) => {
  await page.clock.install();
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const play = think.getByRole('button', { name: 'Play', exact: true });
  await play.click();
  const stop = think.getByRole('button', { name: 'Stop playing' });
  await expect(stop).toBeVisible();
  await page.clock.runFor(1500);
  await expect(think.locator('.position')).toHaveText(/^[2-9] /);
  await stop.click();
  await expect(play).toBeVisible();
  const stopped = (await think.locator('.position').textContent()) ?? '';
  await page.clock.runFor(5000);
  await expect(think.locator('.position')).toHaveText(stopped);
  await play.click();
  await page.clock.runFor(120_000);
  await expect(play).toBeVisible();
  await expect(think.locator('.position')).toHaveText(/^(\d+) \/ \1$/);
});

test('the keys step only while the drawing has focus', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const position = think.locator('.position');
  await goToStep(think, 5);
  await think.getByRole('button', { name: /^Edit/ }).first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(position).toHaveText(/^5 /);
  await think.locator('.timeline-scroll').focus();
  await page.keyboard.press('Home');
  await expect(position).toHaveText(/^0 /);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(position).toHaveText(/^2 /);
  await page.keyboard.press('ArrowLeft');
  await expect(position).toHaveText(/^1 /);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(position).not.toHaveText(/^[12] /);
  await page.keyboard.press('End');
  await expect(position).toHaveText(/^(\d+) \/ \1$/);
});

test('the range moves through the run and says where it is', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const range = think.getByRole('slider', { name: 'Step' });
  await range.fill('3');
  await expect(think.locator('.position')).toHaveText(/^3 /);
  await expect(range).toHaveAttribute('aria-valuetext', /^Step 3 of/);
});

test('a link to a step opens at it', async ({ page }) => {
  await page.goto(`${address}#think:4`);
  const think = demo(page, 'think');
  await expect(think.locator('.position')).toHaveText(/^4 /);
  await expect(think.locator('.title')).toBeInViewport({ ratio: 1 });
  await expect(think.locator('.picture')).toBeInViewport({ ratio: 1 });
});

test('the first touch of a demo fetches at most 30 kB', async ({ page }) => {
  await page.goto(address, { waitUntil: 'networkidle' });
  const readSent = watchSent(page);
  // The last file, because the stage asks for it.
  const variables = page.waitForResponse(/\/demos\/variables\//);
  await demo(page, 'think').locator('demo-stage').dispatchEvent('pointerenter');
  await variables;
  const sent = await readSent();
  expect(Object.keys(sent)).toContainEqual(expect.stringMatching(/\/stage\.[^/]*\.js$/));
  expect(add(sent), JSON.stringify(sent)).toBeLessThanOrEqual(byteLimits.firstTouch);
});

test('a drawn event and a step of the text list are ways to a step', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  await think.getByText(/^The run as text/).click();
  await think.locator('.steps a[href="#think:5"]').click();
  await expect(think.locator('.position')).toHaveText(/^5 /);
  await think.locator('.timeline-run rect.running[data-step="2"]').click({ position: { x: 3, y: 3 } });
  await expect(think.locator('.position')).toHaveText(/^2 /);
});

test('a demo that asks for a prediction hides its run until the reader has an answer', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  await expect(think.locator('.timeline-run')).toBeHidden();
  await expect(think.locator('.console')).toBeHidden();
  await think.getByRole('button', { name: 'I have my answer: show the run' }).click();
  await expect(think.locator('.timeline-run')).toBeVisible();
  await expect(think.locator('.console')).toContainText('think(5) is done');
  await expect(think.locator('.timeline-scroll')).toBeFocused();
  await expect(think.locator('.picture')).toBeInViewport({ ratio: 1 });
});

test('a step is announced once: by the sentence, or by the range that has the focus', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const sentence = think.locator('.sentence');
  await think.getByRole('button', { name: 'To start' }).click();
  await think.getByRole('button', { name: 'Step forward' }).click();
  await expect(sentence).toHaveAttribute('aria-live', 'polite');
  await expect(sentence).toHaveText(/^Step 1 of \d+\. [^.]+\. Clock 0 s\.$/);
  await think.locator('.timeline-scroll').focus();
  await page.keyboard.press('ArrowRight');
  await waitForStep(think, 2);
  await expect(sentence).toHaveAttribute('aria-live', 'polite');
  const range = think.getByRole('slider', { name: 'Step' });
  await range.focus();
  await page.keyboard.press('ArrowRight');
  await expect(sentence).toContainText('Step 3 of');
  await expect(sentence).toHaveAttribute('aria-live', 'off');
  await expect(range).toHaveAttribute('aria-valuetext', (await sentence.textContent()) ?? '');
  await expect(think.locator('[aria-live="polite"]:visible')).toHaveCount(0);
});

test('the drawing shows which timers are set at a step, and the panel when they are due', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const timer = think.locator('.present.timer');
  const due = think.locator('.present.due');
  await goToStep(think, 0);
  await expect(timer).toHaveAttribute('d', '');
  await goToStep(think, 11);
  await expect(timer).toHaveAttribute('d', /^M[^M]+M[^M]+$/);
  await expect(due).toHaveAttribute('d', /^M[^M]+M[^M]+$/);
  await expect(think.locator('[data-list="timers"] li')).toHaveText(['sleep(2) at 2 s', 'sleep(5) at 5 s']);
  await think.getByRole('button', { name: 'To end' }).click();
  await expect(timer).toHaveAttribute('d', '');
});

test('a list of the loop that is empty at a step says none, in the place that it has at other steps', async ({
  page,
}) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const lists = think.locator('.panel [data-list]');
  const read = (): Promise<readonly (string | undefined)[]> =>
    lists.evaluateAll((found) =>
      found.map((list) => {
        const entries = list.querySelector('ol');
        if (entries === null || !list.checkVisibility({ visibilityProperty: true })) return undefined;
        return entries.textContent || getComputedStyle(entries, '::after').content;
      }),
    );
  await goToStep(think, 11);
  expect(await read()).toEqual([
    '0 s iteration 2',
    '"none"',
    expect.stringMatching(/^sleep/),
    expect.stringMatching(/^main/),
  ]);
  const places = await lists.evaluateAll((found) => found.map((list) => (list as HTMLElement).offsetTop));
  await think.getByRole('button', { name: 'To end' }).click();
  await waitForStep(think, 'last');
  expect((await read()).slice(1)).toEqual(['"none"', '"none"', '"none"']);
  expect(await lists.evaluateAll((found) => found.map((list) => (list as HTMLElement).offsetTop))).toEqual(places);
});

test('a suspended frame is cut from its caller, and linked again when it is resumed', async ({ page }) => {
  await page.goto('/dev/demos/states/');
  const frames = demo(page, 'frames');
  const call = frames.locator('.present.call');
  const last = Number(await frames.getByRole('slider', { name: 'Step' }).getAttribute('max'));
  const told: string[] = [];
  for (let step = 1; step <= last; step += 1) {
    await goToStep(frames, step);
    const isLinked = ((await call.getAttribute('d')) ?? '') !== '';
    const isOnStack = (await frames.locator('[data-frames="stack"] .card').count()) > 0;
    expect([step, isLinked]).toEqual([step, isOnStack]);
    told.push(isLinked ? 'linked' : 'cut');
  }
  expect(told.join(' ')).toContain('linked cut linked');
});

test('the run of the home page is before its first step, and one press takes that step', async ({ page }) => {
  await page.goto('/');
  const stage = page.locator('demo-stage').first();
  await expect(stage.locator('.position')).toHaveText(/^0 \/ \d+$/);
  await stage.getByRole('button', { name: 'Step forward' }).click();
  await expect(stage.locator('.position')).toHaveText(/^1 \/ \d+$/);
  await expect(stage.locator('.sentence')).toContainText('Step 1 of');
});

test('on a phone a drawing begins at its first step, and says to which step it goes on', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/articles/pep-3156-asyncio/');
  const think = await openDemo(page, 'think');
  const scroll = think.locator('.timeline-scroll');
  const end = (): Promise<string> =>
    think.locator('.timeline').evaluate((timeline) => getComputedStyle(timeline, '::after').content);
  const { left, room, width } = await scroll.evaluate(({ scrollLeft, clientWidth, scrollWidth }) => ({
    left: scrollLeft,
    room: clientWidth,
    width: scrollWidth,
  }));
  expect(left).toBe(0);
  expect(width).toBeGreaterThan(room);
  expect(await end()).toBe('"to step 26"');
  // The words are beside the part that is seen, not over it.
  const timeline = await think.locator('.timeline').boundingBox();
  const part = await scroll.boundingBox();
  expect((timeline?.x ?? 0) + (timeline?.width ?? 0) - (part?.x ?? 0) - (part?.width ?? 0)).toBeGreaterThan(12);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(end).toBe('none');
});

test('drawing, controls and program of every demo fit a window of 1440 by 900 together', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const address of articles) {
    await page.goto(address);
    const tooHigh = await page.evaluate(() => {
      for (const stage of document.querySelectorAll('demo-stage')) stage.removeAttribute('data-covered');
      return [...document.querySelectorAll('figure.demo')].flatMap((figure) => {
        const top = figure.querySelector('.picture')?.getBoundingClientRect().top ?? 0;
        const bottom = figure.querySelector('.program[data-language="python"] pre')?.getBoundingClientRect().bottom;
        const height = (bottom ?? Infinity) - top;
        return height > 900 ? [`${figure.id}: ${height}`] : [];
      });
    });
    expect.soft(tooHigh, address).toEqual([]);
  }
});

test('the home page’s question is answered by one press', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'step 12' }).click();
  const stage = page.locator('demo-stage').first();
  await expect(stage.locator('.sentence')).toHaveText(
    'Step 12 of 26. Nothing is ready, so the clock jumps from 0 s to 2 s. Clock 2 s.',
  );
  await expect(stage.locator('.picture')).toBeInViewport();
});
