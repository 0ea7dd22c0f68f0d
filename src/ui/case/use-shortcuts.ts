import { useEffect, useRef } from 'react';
import { shortcutsOn } from '../controls/shortcut-preference.ts';

/** By capital letter; a letter without an act does nothing now. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat' | 'defaultPrevented'
>;

/** What a key means on this page now; nothing when a browser's own combination was pressed. */
export function actOf(
  shortcuts: Shortcuts,
  press: KeyPress,
  where: { on: boolean; typing: boolean; dialog: boolean },
): (() => void) | undefined {
  if (!where.on || where.typing || where.dialog) return undefined;
  if (press.defaultPrevented || press.isComposing || press.repeat) return undefined;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  return shortcuts[press.key.toUpperCase()];
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/**
 * Single-letter keys for the actions of a page. They rest while somebody types, composes Chinese, or
 * a dialog is open, never take a browser's own combination, and can be switched off
 * (`ShortcutSwitch`, which belongs on every page that has them).
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = actOf(latest.current, event, {
        on: shortcutsOn(),
        typing: isTyping(event.target),
        dialog: document.querySelector('dialog[open]') !== null,
      });
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
