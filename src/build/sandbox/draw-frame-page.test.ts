import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawFramePage } from './draw-frame-page.ts';

describe('drawFramePage', () => {
  const page = drawFramePage(
    'start();',
    { worker: 'x = "</script><script>evil()</script>";' },
    { scriptSources: ['blob:'] },
  );

  it('allows its one script by hash, and no connection', () => {
    const hash = createHash('sha256').update('start();').digest('base64');
    expect(/content="(default-src [^"]+)"/.exec(page)?.[1]).toBe(
      `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src blob:; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).toContain('<script>start();</script>');
  });

  it("contains the script's data in a form that cannot end its element", () => {
    const [, text = ''] = /id="parts">(.*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(text)).toEqual({ worker: 'x = "</script><script>evil()</script>";' });
  });

  it('refuses a script that would end its own element', () => {
    expect(() => drawFramePage('x = "</SCRIPT>";', {}, { scriptSources: [] })).toThrow(
      'Expected a script without "</script" and "<!--", but it has one.',
    );
  });
});
