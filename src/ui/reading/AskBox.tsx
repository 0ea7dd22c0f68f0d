import { useEffect, useId, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { characterCount } from '../text-length.ts';
import { words } from '../i18n/words.ts';
import { carryMarks, cutAtMarks, type TextMark } from './marks.ts';

type AskBoxProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /**
   * The text once typing has paused; never in the middle of a Chinese input method's composition,
   * where the box holds letters nobody means to ask.
   */
  onPause?: (value: string) => void;
  pauseMs?: number;
  placeholder?: string;
  maxLength?: number;
  /** Marks with the text they were computed for; they follow their words while typing goes on. */
  marks?: { for: string; marks: readonly TextMark[] };
  /** Buttons; at most one is primary. */
  actions?: ReactNode;
  name?: string;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
};

/** The large box between the two brackets. */
export function AskBox({
  label,
  value,
  onChange,
  onPause,
  pauseMs = 500,
  placeholder,
  maxLength = 2000,
  marks,
  actions,
  name,
  inputRef,
}: AskBoxProps): ReactElement {
  const t = words.useText();
  const countId = useId();
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pause = useRef(onPause);
  useEffect(() => {
    pause.current = onPause;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const schedule = (text: string): void => {
    clearTimeout(timer.current);
    if (composing.current) return;
    timer.current = setTimeout(() => pause.current?.(text), pauseMs);
  };

  const length = characterCount(value);
  const over = length - maxLength;
  const carried = marks ? carryMarks(marks.for, value, marks.marks) : [];
  return (
    <div className="ask">
      <div className="stack">
        <div className="mirror" aria-hidden="true">
          {cutAtMarks(value, carried).map(({ text, mark }, at) =>
            mark ? (
              <mark key={`${at}-${text}`} className={mark.style}>
                {text}
              </mark>
            ) : (
              text
            ),
          )}
          {/* a last empty line has no height of its own */}
          {'\u200b'}
        </div>
        <textarea
          ref={inputRef}
          aria-label={label}
          aria-describedby={countId}
          aria-invalid={over > 0 || undefined}
          name={name}
          value={value}
          placeholder={placeholder}
          spellCheck={false}
          onChange={(event) => {
            onChange(event.target.value);
            schedule(event.target.value);
          }}
          onCompositionStart={() => {
            composing.current = true;
            clearTimeout(timer.current);
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            schedule(event.currentTarget.value);
          }}
        />
      </div>
      <div className="bar">
        <span id={countId} className={over > 0 ? 'meta count full' : 'meta count'}>
          {over > 0
            ? t('ask.over', { count: over })
            : t('ask.count', { count: length, max: maxLength })}
        </span>
        {actions}
      </div>
    </div>
  );
}
