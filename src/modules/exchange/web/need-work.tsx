import { useState, type ReactElement } from 'react';
import { pauseReasons } from '../../../kernel/step-clock.ts';
import { ActionList, type CaseAction, type RefusedAction } from '../../../ui/case/ActionList.tsx';
import { CaseTimeline, type TimelineEntry } from '../../../ui/case/CaseTimeline.tsx';
import { pauseReasonText } from '../../../ui/case/pause-fields.ts';
import { PauseNote } from '../../../ui/case/PauseNote.tsx';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { useShortcuts } from '../../../ui/case/use-shortcuts.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ShortcutSwitch } from '../../../ui/controls/KeyHints.tsx';
import { useGo } from '../../../ui/navigation.ts';
import { words } from '../../../ui/i18n/words.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { isNeedCommand, NeedCommand, type NeedCommandName } from './need-command.tsx';
import type { NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';

const shortcuts: Record<NeedCommandName, string> = {
  publish: 'P',
  submit: 'S',
  return: 'R',
  pause: 'Z',
  resume: 'Z',
  close: 'X',
};
/** The first is the primary one: what takes the need on. */
const order = ['submit', 'publish', 'return', 'resume', 'pause', 'close'];

/** What those who work on a need may do now, with the clock and, for the rest, the reasons. */
export function NeedActions({
  need,
  stick,
  keySwitch = true,
  onMoved,
}: {
  need: NeedDetail;
  stick?: boolean;
  keySwitch?: boolean;
  /** After a command went through; focus goes to the page's sentence. */
  onMoved?: () => void;
}): ReactElement {
  const t = workWords.useText();
  const go = useGo();
  const [current, setCurrent] = useState<NeedCommandName>();
  const [opened, setOpened] = useState<readonly NeedCommandName[]>([]);
  const [said, setSaid] = useState('');
  const open = (name: NeedCommandName): void => {
    setOpened((before) => [...new Set([...before, name])]);
    setCurrent(name);
  };
  const commands = need.actions
    .flatMap(({ action, allowed }) => (allowed && isNeedCommand(action) ? [action] : []))
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const actions: CaseAction[] = commands.map((name) => ({
    id: name,
    label: t(`action.${name}`),
    act: () => open(name),
    shortcut: shortcuts[name],
  }));
  if (need.mine && (need.status === 'draft' || need.status === 'returned')) {
    const edit = {
      id: 'edit',
      label: t('action.edit'),
      act: () => go(`/needs/${need.id}/edit`),
      shortcut: 'E',
    };
    // A returned need wants changing before it is handed in again.
    if (need.status === 'returned') actions.unshift(edit);
    else actions.splice(1, 0, edit);
  }
  const refused = need.actions.flatMap(({ action, allowed, reasons }) =>
    !allowed && isNeedCommand(action) && reasons.every(({ code }) => code.startsWith('need.'))
      ? [
          {
            id: action,
            label: t(`action.${action}`),
            reason: reasons.map(({ message }) => message).join(' '),
          },
        ]
      : [],
  );
  return (
    <>
      <output className="visually-hidden">{said}</output>
      {need.pause ? <PauseNote pause={need.pause} /> : null}
      {actions.length === 1 && actions[0]?.id === 'close' ? (
        // To end it is never the thing to do first.
        <OnlyClose action={actions[0]} keySwitch={keySwitch} />
      ) : actions.length > 0 ? (
        <ActionList actions={actions} refused={refused} stick={stick} keySwitch={keySwitch} />
      ) : (
        <Refused refused={refused} />
      )}
      {opened.map((name) => (
        <NeedCommand
          key={name}
          name={name}
          need={need}
          open={name === current}
          onClose={() => setCurrent(undefined)}
          onDone={() => {
            setCurrent(undefined);
            setOpened((before) => before.filter((other) => other !== name));
            setSaid(t('command.done'));
            onMoved?.();
            requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus());
          }}
        />
      ))}
    </>
  );
}

function OnlyClose({
  action,
  keySwitch,
}: {
  action: CaseAction;
  keySwitch: boolean;
}): ReactElement {
  useShortcuts({ [action.shortcut ?? '']: action.act });
  return (
    <p>
      <Button shortcut={action.shortcut} onClick={action.act}>
        {action.label}
      </Button>
      {keySwitch ? <ShortcutSwitch /> : null}
    </p>
  );
}

/** Only what may not be done: what may be done then stands at the candidates. */
function Refused({ refused }: { refused: readonly RefusedAction[] }): ReactElement | null {
  const t = words.useText();
  if (refused.length === 0) return null;
  return (
    <section className="card padded">
      <h2>{t('actions.cannot')}</h2>
      <ul className="refused">
        {refused.map(({ id, label, reason }) => (
          <li key={id}>
            <Bead kind="none" />
            <div>
              <b>{label}</b>
              <p>{reason}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Done by the clock, or about it. */
const clockActions = new Set(['overdue', 'reminder', 'pause', 'resume']);

/** What happened to a need, newest first. */
export function NeedHistory({ need }: { need: NeedDetail }): ReactElement {
  const t = workWords.useText();
  const entries: TimelineEntry[] = need.history.map((entry, at) => ({
    id: `${entry.at}-${at}`,
    at: entry.at,
    bead: clockActions.has(entry.action) ? 'near' : entry.action === 'return' ? 'part' : 'yes',
    actor: entry.actorName,
    text:
      entry.action === 'reminder'
        ? didText(t, entry.reasonCode ?? entry.action)
        : `${didText(t, entry.action)}${entry.action === 'merge' ? '' : reasonText(t, entry.reasonCode)}`,
    speech: entry.words ?? undefined,
  }));
  return (
    <section>
      <h2 className="need-heading">{t('history')}</h2>
      <CaseTimeline entries={entries} />
    </section>
  );
}

type Text = ReturnType<typeof workWords.useText>;

const didText = (t: Text, action: string): string => {
  const said = (t as (key: string) => string)(`did.${action}`);
  return said === `did.${action}` ? action : said;
};

function reasonText(t: Text, code: string | null): string {
  if (code === null) return '';
  const pause = pauseReasons.find((reason) => reason === code);
  const reason = (t as (key: string) => string)(`closeReason.${code}`);
  return t('because', { reason: pause && pause !== 'other' ? pauseReasonText(pause) : reason });
}

/** Why it came back, before anything else. */
export function ReturnedWords({ need }: { need: NeedDetail }): ReactElement | null {
  const t = workWords.useText();
  const last = need.history.find(({ action }) => action === 'return');
  if (need.status !== 'returned' || !last?.words) return null;
  return (
    <div className="returned">
      <b>{t('returnedWords')}</b>
      <OwnWords>{last.words}</OwnWords>
    </div>
  );
}

export function NeedDue({ need }: { need: NeedDetail }): ReactElement | null {
  const { due, pause } = need;
  if (pause) {
    return (
      <DueClock ticks={[]} dueAt={pause.until} variant="pill" paused={{ until: pause.until }} />
    );
  }
  return due ? <DueClock ticks={due.ticks} dueAt={due.at} variant="pill" /> : null;
}
