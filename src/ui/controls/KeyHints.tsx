import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { setShortcutsOn, useShortcutsOn } from './shortcut-preference.ts';

/** Switches the single keys of all pages off and on again; stands where their hints are. */
export function ShortcutSwitch(): ReactElement {
  const t = words.useText();
  const on = useShortcutsOn();
  return (
    <button type="button" className="switch key-switch" onClick={() => setShortcutsOn(!on)}>
      {t(on ? 'shortcuts.switchOff' : 'shortcuts.switchOn')}
    </button>
  );
}

/** Which keys do what in a list; while they are off, only how to have them back. */
export function KeyHints({
  hints,
}: {
  hints: readonly { keys: readonly string[]; does: string }[];
}): ReactElement {
  const on = useShortcutsOn();
  return (
    <p className="key-hints meta">
      {on
        ? hints.map(({ keys, does }) => (
            <span key={does}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
              {does}
            </span>
          ))
        : null}
      <ShortcutSwitch />
    </p>
  );
}
