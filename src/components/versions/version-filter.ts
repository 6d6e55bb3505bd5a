/**
 * The filter of the versions page: by words, and by changes between two Pythons. The choice is in the address
 * (`?words=yield&from=3.6&to=3.8`), so that a link shows the same.
 */
export function startVersionFilter(form: HTMLFormElement): void {
  const snippets = [...document.querySelectorAll<HTMLElement>('.snippet')];
  const areas = [...document.querySelectorAll<HTMLElement>('.area')];
  const count = form.querySelector('output');
  const { words, from, to } = readFields(form);

  const asked = new URLSearchParams(location.search);
  for (const field of [words, from, to]) {
    const value = asked.get(field.name);
    if (value === null) continue;
    const known = field instanceof HTMLInputElement || [...field.options].some((option) => option.value === value);
    if (known) field.value = value;
  }
  apply();
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    apply();
    keepInAddress();
  });
  // after all fields have been cleared
  form.addEventListener('reset', () => setTimeout(() => form.dispatchEvent(new Event('input'))));
  // a link to a program shows it, even if the filter would hide it
  addEventListener('hashchange', showTarget);
  showTarget();

  function apply(): void {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const snippet of snippets) {
      const text = snippet.textContent.toLowerCase();
      snippet.hidden = !(wanted.every((word) => text.includes(word)) && changed(snippet));
      if (!snippet.hidden) shown++;
    }
    for (const area of areas) area.hidden = area.querySelector('.snippet:not([hidden])') === null;
    if (count !== null) count.value = `${shown} of ${snippets.length} programs`;
  }

  /** Whether a new result begins after the first of the two Pythons and no later than the second. */
  function changed({ dataset }: HTMLElement): boolean {
    if (from.value === '' || to.value === '') return true;
    const order = [...from.options].map((option) => option.value);
    const [low = 0, high = 0] = [order.indexOf(from.value), order.indexOf(to.value)].toSorted((a, b) => a - b);
    return (dataset['begins'] ?? '').split(' ').some((version) => {
      const at = order.indexOf(version);
      return at > low && at <= high;
    });
  }

  function keepInAddress(): void {
    const chosen = new URLSearchParams(
      [words, from, to].flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])),
    );
    history.replaceState(undefined, '', `${location.pathname}${chosen.size > 0 ? `?${chosen}` : ''}${location.hash}`);
  }

  function showTarget(): void {
    const target = snippets.find(({ id }) => id === location.hash.slice(1));
    if (target?.hidden !== true) return;
    form.reset();
    setTimeout(() => target.scrollIntoView());
  }
}

function readFields(form: HTMLFormElement): {
  words: HTMLInputElement;
  from: HTMLSelectElement;
  to: HTMLSelectElement;
} {
  const [words, from, to] = ['words', 'from', 'to'].map((name) => form.elements.namedItem(name));
  if (words instanceof HTMLInputElement && from instanceof HTMLSelectElement && to instanceof HTMLSelectElement) {
    return { words, from, to };
  }
  throw new Error('Expected the filter to have the fields words, from and to, but one of them is missing.');
}
