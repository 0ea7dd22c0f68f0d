import { useSyncExternalStore } from 'react';

export type ModePreference = 'system' | 'light' | 'dark';
export type Mode = 'light' | 'dark';

/** Also read by `public/boot.js`, which sets the mode before the first paint. */
const storageKey = 'rt-theme';
const listeners = new Set<() => void>();

const systemPrefersDark = (): MediaQueryList | null =>
  typeof window === 'undefined' ? null : window.matchMedia('(prefers-color-scheme: dark)');

function readPreference(): ModePreference {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system'; // storage may be forbidden; the system's choice still holds
  }
}

let preference: ModePreference = typeof window === 'undefined' ? 'system' : readPreference();

const modeNow = (): Mode =>
  preference === 'system' ? (systemPrefersDark()?.matches ? 'dark' : 'light') : preference;

function apply(): void {
  document.documentElement.dataset['theme'] = modeNow();
  for (const listener of listeners) listener();
}

export function setModePreference(next: ModePreference): void {
  preference = next;
  try {
    if (next === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, next);
  } catch {
    // not kept, but used for this visit
  }
  apply();
}

/** Puts the mode on `<html>` and follows the system from now on. Called once at start. */
export function startColorMode(): void {
  systemPrefersDark()?.addEventListener('change', apply);
  apply();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useColorMode = (): Mode => useSyncExternalStore(subscribe, modeNow, () => 'light');
export const useModePreference = (): ModePreference =>
  useSyncExternalStore(
    subscribe,
    () => preference,
    () => 'system',
  );
