/**
 * After moving to another page the new h1 takes focus, whenever it comes (the page may have to load
 * first). The first page of a visit leaves focus where the browser puts it.
 */
let wanted = false;

export const wantPageFocus = (): void => {
  wanted = true;
};

export const pageFocusWanted = (): boolean => wanted;

export const takePageFocus = (heading: HTMLElement): void => {
  if (!wanted) return;
  wanted = false;
  heading.focus({ preventScroll: true });
};
