const key = 'playground:split';
const [least, most, start] = [20, 80, 50] as const;
/** Percent that an arrow key moves the divider. */
const keyStep = 2;

/**
 * Lets the reader move the divider between the program and its run, by pointer or by arrow keys, Home and End; a double press puts it into
 * the middle. Where it stands is kept in this browser.
 *
 * @param panes the grid, whose `--code` is the program's share
 */
export function splitPanes(panes: HTMLElement, divider: HTMLElement): void {
  let share: number = start;
  const place = (percent: number): void => {
    share = Math.round(Math.min(Math.max(percent, least), most));
    panes.style.setProperty('--code', `${share}%`);
    divider.setAttribute('aria-valuenow', String(share));
  };
  const settle = (percent: number): void => {
    place(percent);
    try {
      localStorage.setItem(key, String(share));
    } catch {
      // It holds for this visit.
    }
  };
  place(recall());
  divider.addEventListener('keydown', (event) => {
    const target = { ArrowLeft: share - keyStep, ArrowRight: share + keyStep, Home: least, End: most }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    settle(target);
  });
  divider.addEventListener('dblclick', () => settle(start));
  divider.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    divider.focus();
    divider.setPointerCapture(event.pointerId);
    const { left, width } = panes.getBoundingClientRect();
    const follow = ({ clientX }: PointerEvent): void => place(((clientX - left) / width) * 100);
    const drop = (): void => {
      divider.removeEventListener('pointermove', follow);
      settle(share);
    };
    divider.addEventListener('pointermove', follow);
    divider.addEventListener('lostpointercapture', drop, { once: true });
  });
}

function recall(): number {
  try {
    const kept = Number(localStorage.getItem(key) ?? start);
    return Number.isFinite(kept) ? kept : start;
  } catch {
    return start;
  }
}
