/**
 * Menus are `<details>` elements. Each closes on Escape, on a press on one of its buttons or outside it, and when another one
 * opens. If the focus was in a menu that closes, the menu's name gets it, so that the keyboard keeps its place in the page.
 */
export function closeMenus(host: HTMLElement): void {
  const menus = [...host.querySelectorAll<HTMLDetailsElement>('details.menu')];
  const shut = (menu: HTMLDetailsElement): void => {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector('summary')?.focus();
  };
  const close = (but?: Element | null): void => {
    for (const menu of menus) if (menu !== but && menu.open) shut(menu);
  };
  document.addEventListener('click', ({ target }) => {
    const inside = target instanceof Element ? target.closest('details.menu') : null;
    const isDeed =
      target instanceof Element && target.closest('.menu [data-bench]:not([data-bench="forget"])') !== null;
    close(isDeed ? undefined : inside);
  });
  host.addEventListener('keydown', (event) => {
    const menu =
      event.target instanceof Element ? event.target.closest<HTMLDetailsElement>('details.menu[open]') : null;
    if (event.key !== 'Escape' || menu === null) return;
    event.preventDefault();
    shut(menu);
  });
}
