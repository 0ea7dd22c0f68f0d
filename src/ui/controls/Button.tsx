import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import { useShortcutsOn } from './shortcut-preference.ts';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  /** One primary at most in a panel. `against`: ends or removes something. */
  kind?: 'default' | 'primary' | 'plain' | 'against';
  small?: boolean;
  /** The command runs: presses are ignored, words and focus stay. */
  pending?: boolean;
  /** The key that does the same; shown, and told to assistive technology, while single keys are on. */
  shortcut?: string;
  children: ReactNode;
};

export function Button({
  kind = 'default',
  small = false,
  pending = false,
  shortcut,
  children,
  className = '',
  type = 'button',
  onClick,
  ...rest
}: ButtonProps): ReactElement {
  const key = useShortcutsOn() ? shortcut : undefined;
  const classes = ['button', kind === 'default' ? '' : kind, small ? 'small' : '', className];
  return (
    <button
      {...rest}
      type={type}
      className={classes.filter(Boolean).join(' ')}
      aria-disabled={pending || undefined}
      aria-keyshortcuts={key}
      onClick={(event) => {
        if (pending) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      {pending ? <span className="working" aria-hidden="true" /> : null}
      {children}
      {key ? <kbd aria-hidden="true">{key}</kbd> : null}
    </button>
  );
}
