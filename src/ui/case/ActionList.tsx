import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { ShortcutSwitch } from '../controls/KeyHints.tsx';
import { words } from '../i18n/words.ts';
import { Bead } from '../reading/Bead.tsx';
import { useShortcuts } from './use-shortcuts.ts';

export type CaseAction = {
  id: string;
  label: string;
  act: () => void;
  /** One letter; works anywhere on the page. */
  shortcut?: string;
  pending?: boolean;
};

export type RefusedAction = {
  id: string;
  label: string;
  /** Why not, as a sentence. */
  reason: string;
  /** What would make it possible. */
  unlock?: string;
};

type ActionListProps = {
  /** The first is the primary one. */
  actions: readonly CaseAction[];
  /** Not now; they stay readable. */
  refused?: readonly RefusedAction[];
  /** Keeps the first two at the bottom edge of phones. */
  stick?: boolean;
  /** False where a list of the same page has the switch for single keys already. */
  keySwitch?: boolean;
};

/** What may be done now, and what not and why; each part on its own card. */
export function ActionList({
  actions,
  refused = [],
  stick = false,
  keySwitch = true,
}: ActionListProps): ReactElement {
  const t = words.useText();
  useShortcuts(
    Object.fromEntries(
      actions.flatMap(({ shortcut, act, pending }) =>
        shortcut && !pending ? [[shortcut.toUpperCase(), act]] : [],
      ),
    ),
  );
  const [first, second] = actions;
  return (
    <>
      <section className="card padded">
        <h2>{t('actions.can')}</h2>
        {actions.length === 0 ? <p className="ink-2">{t('actions.none')}</p> : null}
        <div className={stick ? 'actions stuck' : 'actions'}>
          {actions.map((action, at) => (
            <Button
              key={action.id}
              kind={at === 0 ? 'primary' : 'default'}
              onClick={action.act}
              pending={action.pending}
              shortcut={action.shortcut}
            >
              {action.label}
            </Button>
          ))}
        </div>
        {keySwitch && actions.some(({ shortcut }) => shortcut) ? <ShortcutSwitch /> : null}
      </section>
      {refused.length > 0 ? (
        <section className="card padded">
          <h2>{t('actions.cannot')}</h2>
          <ul className="refused">
            {refused.map((action) => (
              <li key={action.id}>
                <Bead kind="none" />
                <div>
                  <b>{action.label}</b>
                  <p>{action.reason}</p>
                  {action.unlock ? <p>{t('actions.unlock', { what: action.unlock })}</p> : null}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {stick && first ? (
        <div className="stick">
          {second ? <Button onClick={second.act}>{second.label}</Button> : null}
          <Button kind="primary" onClick={first.act} pending={first.pending}>
            {first.label}
          </Button>
        </div>
      ) : null}
    </>
  );
}
