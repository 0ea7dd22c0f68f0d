import type { ReactElement } from 'react';
import { Dialog } from '../../../ui/controls/Dialog.tsx';
import { caseCommands } from './case-commands.ts';
import { shortcutOf } from './case-actions.ts';
import { dockingWords } from './words.ts';

/** Every key of the desk with what it does. */
export function DeskKeys({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const t = dockingWords.useText();
  const keys: [string, string][] = [
    ['J', t('keys.down')],
    ['K', t('keys.up')],
    ['↵', t('keys.enter')],
    ['O', t('keys.open')],
    ['Q', t('keys.undo')],
    ['?', t('keys.help')],
    ...caseCommands.flatMap((name): [string, string][] => {
      const key = shortcutOf[name];
      return key ? [[key, t(`action.${name}`)]] : [];
    }),
  ];
  return (
    <Dialog open={open} title={t('keys.title')} onClose={onClose}>
      <dl className="desk-keys">
        {keys.map(([key, does]) => (
          <div key={`${key} ${does}`}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
