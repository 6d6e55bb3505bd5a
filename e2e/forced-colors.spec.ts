import { goToStep } from './go-to-step.ts';
import { demo, expect, test } from './site.ts';

const style = (element: Element, [property = '', pseudo]: readonly string[]): string =>
  getComputedStyle(element, pseudo).getPropertyValue(property);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`states, marks and the baton can be distinguished in forced colors, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto('/dev/demos/states/');
    const one = demo(page, 'finished');
    await goToStep(one, 9);
    const paper = await page.locator('body').evaluate(style, ['background-color']);

    const swatch = async (state: string): Promise<string> => {
      const found = page.locator(`.legend [data-state="${state}"]:visible`).first();
      const parts = ['background-color', 'background-image', 'content'];
      return (await Promise.all(parts.map((part) => found.evaluate(style, [part, '::before'])))).join(' ');
    };
    const states = ['running', 'ready', 'waiting', 'done', 'failed', 'cancelled'];
    const swatches = await Promise.all(states.map(swatch));
    expect(new Set(swatches).size).toBe(states.length);

    for (const drawn of ['.baton', '.causes path', 'rect.ready'])
      expect(await one.locator(`.timeline-run ${drawn}`).first().evaluate(style, ['stroke'])).not.toBe(paper);
    expect(await one.locator('.timeline-run rect.running').first().evaluate(style, ['fill'])).not.toBe(paper);
    const passage = demo(page, 'frames').locator('.timeline-run path.passage').first();
    expect(await passage.evaluate(style, ['stroke'])).not.toBe(paper);

    const lines = one.locator('.program:visible .line');
    const edges = async (selector: string): Promise<string> => {
      const line = lines.and(page.locator(selector)).first();
      return `${await line.evaluate(style, ['border-left-color'])} ${await line.evaluate(style, ['border-left-style'])}`;
    };
    const [unmarked, running, suspended] = [
      await edges(':not([data-mark])'),
      await edges('[data-mark="running"]'),
      await edges('[data-mark="suspended"]'),
    ];
    expect(unmarked).toContain(paper);
    expect(running).not.toContain(paper);
    expect(suspended).not.toContain(paper);
    expect(suspended).not.toBe(running);
  });
}

test('every state of a lane has a second cue besides its color', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/dev/demos/states/');
  const count = (name: string, selector: string): Promise<number> =>
    demo(page, name).locator(`.timeline-run ${selector}`).count();
  expect(await count('finished', 'rect.done')).toBe(await count('finished', '.mark.done'));
  expect(await count('failed', 'rect.failed')).toBe(await count('failed', '.mark.failed'));
  expect(await count('cancelled', 'rect.cancelled')).toBe(await count('cancelled', '.mark.cancelled'));
  // A stretch shows every place that it had.
  expect(await count('finished', 'rect.ready')).toBeLessThanOrEqual(await count('finished', '.place:not(:empty)'));
  const waiting = demo(page, 'finished').locator('.timeline-run rect.waiting').first();
  expect(await waiting.evaluate((rect) => getComputedStyle(rect).fill)).toContain('hatch');
});

test('nothing moves between steps for readers who prefer reduced motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/dev/demos/states/');
  const one = demo(page, 'finished');
  for (let step = 0; step <= 6; step++) {
    await goToStep(one, step);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(moving).toEqual([]);
});
