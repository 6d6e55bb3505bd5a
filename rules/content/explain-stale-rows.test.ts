import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { explainStaleRows } from './explain-stale-rows.ts';
import { formatFinding, type Finding } from './finding.ts';

const root = mkdtempSync(path.join(tmpdir(), 'rows-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function row(name: string, code: string, more = ''): Finding {
  const file = `content/versions/${name}.yaml`;
  mkdirSync(path.join(root, 'content/versions'), { recursive: true });
  const text = `title: A row\narea: syntax\nsays: It says something here.\n${more}code: |\n  ${code.replaceAll('\n', '\n  ')}\n`;
  writeFileSync(path.join(root, file), text);
  return {
    file,
    line: text.split('\n').indexOf('code: |') + 1,
    message: 'Expected a result of this program on Python 3.14, but there is none',
    fix: `Run "npm run versions -- --only ${name} --write".`,
  };
}

it('names a line that Python cannot parse, and ignores programs that it can parse or should not', async () => {
  const findings = [
    row('broken', 'x = "é"\ndef (:\n    pass'),
    row('right', 'print(1)'),
    row('meant', 'def (:', 'refused: true\n'),
  ];
  const [broken, ...rest] = (await explainStaleRows(root, findings)).map(formatFinding);
  expect(broken?.replace(/CPython [\d.]+/, 'CPython')).toBe(
    'content/versions/broken.yaml:6: Expected a program that CPython can parse, but got SyntaxError: invalid syntax. Fix the line. If that Python is not meant to parse it, run "npm run versions -- --only broken --write".',
  );
  expect(rest).toEqual(findings.slice(1).map(formatFinding));
});

it('starts no Python if no result is missing', async () => {
  const findings = [{ file: 'content/versions/a.yaml', message: 'Expected another thing', fix: 'Fix it.' }];
  expect(await explainStaleRows(root, findings)).toBe(findings);
});
