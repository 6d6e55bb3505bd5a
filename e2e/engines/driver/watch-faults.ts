/**
 * In the page, before any script of its own: gathers what its console would show as an error or a warning, with what its frames of the same
 * origin say. For WebKit, which tells a driver nothing of its console. It goes to the browser as text, so that it uses nothing from outside.
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
      // A file that did not come has no message, but the element that asked for it.
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
      // A frame of another origin, such as the sandbox: nothing reads what it gathers.
      return [];
    }
  }
}
