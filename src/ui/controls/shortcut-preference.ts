import { useSyncExternalStore } from 'react';

/** Kept on this device. Single keys are on unless the reader switched them off. */
const storageKey = 'rt-shortcuts';
const off = 'off';
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) !== off;
  } catch {
    return true; // storage may be forbidden
  }
}

let on = read();

/** Whether single letters act now. WCAG 2.1.4: whoever dictates, or trembles, can switch them off. */
export const shortcutsOn = (): boolean => on;

export function setShortcutsOn(next: boolean): void {
  on = next;
  try {
    if (next) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, off);
  } catch {
    // not kept, but used for this visit
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShortcutsOn = (): boolean =>
  useSyncExternalStore(subscribe, shortcutsOn, () => true);
