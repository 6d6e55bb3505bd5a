/**
 * In the page: gathers from here on what its console would show as an error or a warning. For WebKit, which tells a driver nothing of its
 * console. It goes to the browser as text, so that it uses nothing from outside.
 */
export function watchFaults(): void {
  const realm = globalThis as { collectedFaults?: string[] };
  if (realm.collectedFaults !== undefined) return;
  const faults: string[] = (realm.collectedFaults = []);
  for (const kind of ['error', 'warn', 'assert'] as const) {
    const own = console[kind].bind(console) as (...values: unknown[]) => void;
    console[kind] = (...values: unknown[]): void => {
      faults.push(`${kind}: ${values.map(String).join(' ')}`);
      own(...values);
    };
  }
  addEventListener('error', (event) => faults.push(`error: ${event.message}`), true);
  addEventListener('unhandledrejection', (event) => faults.push(`rejected: ${String(event.reason)}`));
  document.addEventListener('securitypolicyviolation', (event) => {
    faults.push(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
  });
}
