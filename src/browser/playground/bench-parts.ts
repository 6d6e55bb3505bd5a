/** The elements of the playground's page, looked up once. */
export type BenchParts = {
  readonly host: HTMLElement;
  readonly panes: HTMLElement;
  readonly code: HTMLElement;
  readonly divider: HTMLElement;
  /** The `<demo-stage>`. */
  readonly runPane: HTMLElement;
  readonly title: HTMLElement;
  /** The status line: the result of the reader's last request. */
  readonly said: HTMLElement;
  /** What the page says about a program that came with the address. */
  readonly shared: HTMLElement;
  readonly yours: HTMLElement;
  readonly lowered: HTMLElement | null;
};

/** @throws {Error} if the page lacks one of them */
export function findBenchParts(host: HTMLElement): BenchParts {
  const find = (selector: string): HTMLElement => {
    const found = host.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`Expected ${selector} in the playground, but there is none. Report this.`);
    return found;
  };
  return {
    host,
    panes: find('.panes'),
    code: find('.code-pane'),
    divider: find('[role="separator"]'),
    runPane: find('demo-stage'),
    title: find('.program-title'),
    said: find('.said'),
    shared: find('.shared'),
    yours: find('.yours'),
    lowered: host.querySelector<HTMLElement>('.lowered'),
  };
}
