import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { Button } from './Button.tsx';

type DialogProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
};

/**
 * A modal panel on the native element: the browser keeps focus inside and gives it back afterwards.
 * Fills the screen on phones.
 */
export function Dialog({ open, title, onClose, children }: DialogProps): ReactElement | null {
  const t = words.useText();
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || !open) return undefined;
    if (!dialog.open) dialog.showModal();
    return () => dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file picker's cancel bubbles here too.
        if (event.target !== element.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <Button kind="plain" small onClick={onClose}>
          {t('button.close')}
        </Button>
      </header>
      <div className="body">{children}</div>
    </dialog>
  );
}
