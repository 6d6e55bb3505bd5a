import { createHash } from 'node:crypto';

/**
 * Returns the page that a sandbox frame loads: one script, allowed by its hash, and the data that the script needs.
 *
 * @param policy what else the page may do; it may never connect to anything
 */
export function drawFramePage(script: string, parts: Readonly<Record<string, unknown>>, policy: FramePolicy): string {
  if (/<\/script|<!--/i.test(script))
    throw new Error('Expected a script without "</script" and "<!--", but it has one.');
  const hash = createHash('sha256').update(script).digest('base64');
  const directives = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' ${policy.scriptSources.join(' ')}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const data = JSON.stringify(parts).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${directives.join('; ')}">
<meta name="robots" content="noindex">
<title>Sandbox · Yieldpoint</title>
</head>
<body>
<p>The pages of this site run programs in here. Opened by itself, this page does nothing.</p>
<script type="application/json" id="parts">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** `blob:` in `scriptSources` lets a worker run a text that was posted to it. */
export type FramePolicy = { readonly scriptSources: readonly ('blob:' | "'wasm-unsafe-eval'")[] };
