import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { Button } from './Button.tsx';

type DialogProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Id of the text that belongs to the title; read out when the dialog opens. */
  describedBy?: string;
  children: ReactNode;
};

/**
 * A modal panel on the native element, which keeps focus inside. It starts at the first control of
 * the content and goes back to what opened the dialog. Fills the screen on phones.
 */
export function Dialog(props: DialogProps): ReactElement | null {
  const { open, title, onClose, describedBy, children } = props;
  const t = words.useText();
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || !open) return undefined;
    const opener = document.activeElement;
    if (!dialog.open) dialog.showModal();
    // Left alone, the browser would take the first button: the one that closes.
    dialog.querySelector<HTMLElement>(firstControl)?.focus();
    return () => {
      dialog.close();
      // By now the element is out of the document, so the browser has nothing to give back from.
      giveBackFocus(opener);
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      aria-describedby={describedBy}
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

const firstControl = '.body :is(input, select, textarea, button[type="submit"])';

/** To the opener; where it is gone, or nothing had focus, to the page's sentence. */
function giveBackFocus(opener: Element | null): void {
  const here = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  const target = here ? opener : document.querySelector<HTMLElement>('main h1');
  target?.focus({ preventScroll: true });
}
