/**
 * Runs in the page before its own scripts: collects what its console would show as errors or warnings, including messages of its
 * same-origin frames. For WebKit, which reports nothing from its console to a driver. It is sent to the browser as text, so it must
 * use nothing from outside.
 */
export function watchFaults(): void {
  const faults = findList();
  for (const kind of ['error', 'warn', 'assert'] as const) {
    const own = console[kind].bind(console) as (...values: unknown[]) => void;
    console[kind] = (...values: unknown[]): void => {
      faults.push(`${kind}: ${values.map(String).join(' ')}`);
      own(...values);
    };
  }
  addEventListener(
    'error',
    ({ message, target }: Partial<ErrorEvent>) => {
      // A file that failed to load has no message, but there is the element that requested it.
      faults.push(`error: ${message ?? (target as Element).outerHTML}`);
    },
    true,
  );
  addEventListener('unhandledrejection', (event) => faults.push(`rejected: ${String(event.reason)}`));
  document.addEventListener('securitypolicyviolation', (event) => {
    faults.push(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
  });

  function findList(): string[] {
    try {
      return ((top as unknown as { collectedFaults?: string[] }).collectedFaults ??= []);
    } catch {
      // A frame of another origin, such as the sandbox; nothing reads what it collects.
      return [];
    }
  }
}
