import { useRef, type ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { useNow } from '../../../ui/case/use-now.ts';
import { useShortcuts } from '../../../ui/case/use-shortcuts.ts';
import { shortcutsOn } from '../../../ui/controls/shortcut-preference.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { Verdict } from '../../../ui/reading/Verdict.tsx';
import { nextCommand } from './case-actions.ts';
import { taskText, wordFor } from './case-words.ts';
import { groupCases, type DeskGroup } from './desk-groups.ts';
import type { DockingSummary } from './queries.ts';
import { dockingWords } from './words.ts';
import './desk.css';

type CaseTableProps = {
  dockings: readonly DockingSummary[];
  /** Takes a case that has no broker, right from the list. */
  onTake?: (docking: DockingSummary) => void;
  /** Group headings by due time and keys to go about; a short list needs neither. */
  grouped?: boolean;
  /** The case one has come to by mouse or keys. */
  onReach?: (docking: DockingSummary) => void;
  /** Instead of opening it: what Enter does on a case. */
  onEnter?: (docking: DockingSummary) => void;
};

/** Cases by urgency. J and K go from one to the next, Enter opens it; `KeyHints` belong below. */
export function CaseTable({
  dockings,
  onTake,
  grouped = true,
  onReach,
  onEnter,
}: CaseTableProps): ReactElement {
  const t = dockingWords.useText();
  const now = useNow();
  const table = useRef<HTMLTableElement>(null);
  const go = (by: 1 | -1): void => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('a.case-title') ?? [])];
    const row = document.activeElement?.closest('tr');
    const at = links.findIndex((link) => link.closest('tr') === row);
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.max(0, Math.min(to, links.length - 1))]?.focus();
  };
  useShortcuts(grouped ? { J: () => go(1), K: () => go(-1) } : {});
  const groups = groupCases(dockings, now);
  const ended = groups.length > 0 && groups.every(({ group }) => group === 'ended');
  return (
    <table className="case-table" ref={table} aria-label={t('desk.table')}>
      <thead>
        <tr>
          <th scope="col" className="due-column">
            {t(ended ? 'desk.column.result' : 'desk.column.due')}
          </th>
          <th scope="col">{t('desk.column.pair')}</th>
          {ended ? null : (
            <th scope="col" className="fact-column">
              {t('desk.column.who')}
            </th>
          )}
          <th scope="col" className="fact-column">
            {t('desk.column.last')}
          </th>
          <th scope="col" className="next-column">
            {t('desk.column.next')}
          </th>
        </tr>
      </thead>
      {groups.map(({ group, items }) => (
        <tbody key={group}>
          {grouped && group !== 'ended' ? (
            <tr className="group">
              <th colSpan={5} scope="rowgroup">
                {t(`desk.group.${group}`)}
                <span>{groupNote(group, items.length, t)}</span>
              </th>
            </tr>
          ) : null}
          {items.map((docking) => (
            <CaseRow
              key={docking.id}
              docking={docking}
              ended={ended}
              onTake={onTake}
              onReach={onReach}
              onEnter={onEnter}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const groupNote = (
  group: DeskGroup,
  count: number,
  t: ReturnType<typeof dockingWords.useText>,
): string => {
  const many = t('desk.groupNote.count', { count });
  return group === 'overdue' || group === 'paused'
    ? `${many}　${t(`desk.groupNote.${group}`)}`
    : many;
};

function CaseRow({
  docking,
  ended,
  onTake,
  onReach,
  onEnter,
}: {
  docking: DockingSummary;
  ended: boolean;
} & Pick<CaseTableProps, 'onTake' | 'onReach' | 'onEnter'>): ReactElement {
  const t = dockingWords.useText();
  const formats = useFormats();
  const { due, lastEvent } = docking;
  const address = `/cases/${docking.id}`;
  const moment = formats.moment(lastEvent.at);
  const next = docking.myTurn ? nextCommand[docking.status] : undefined;
  return (
    <tr
      onFocus={() => onReach?.(docking)}
      onKeyDown={(event) => {
        const onTitle = (event.target as HTMLElement).matches('a.case-title');
        const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
        if (event.key !== 'Enter' || !onEnter || !onTitle || !plain || !shortcutsOn()) return;
        event.preventDefault();
        onEnter(docking);
      }}
    >
      <td className="case-due">
        {docking.turn === null ? (
          <Verdict kind={docking.status === 'completed' ? 'yes' : 'no'}>
            {t(`status.${docking.status}`)}
          </Verdict>
        ) : due ? (
          <DueClock ticks={due.ticks} dueAt={due.at} variant="stacked" />
        ) : docking.pause ? (
          <DueClock
            ticks={[]}
            dueAt={docking.pause.until}
            paused={{ until: docking.pause.until }}
          />
        ) : null}
      </td>
      <td>
        <Link className="case-title song" to={address}>
          {docking.needTitle}
        </Link>
        <span className="under">
          {docking.offerTitle === docking.responderName.split(' ').at(-1)
            ? docking.responderName
            : `${docking.offerTitle}　${docking.responderName}`}
        </span>
      </td>
      {ended ? null : (
        <td className="case-who">
          <b>{docking.myTurn ? t('desk.you') : docking.waitingFor}</b>
          <span className="under">{taskText(t, docking)}</span>
        </td>
      )}
      <td className="case-last">
        {moment.day} {moment.time}
        <span className="under">
          {lastEvent.actorName}
          {wordFor(t, 'did', lastEvent.action).replace(/[：:]\s*(\{reason\})?$/u, '')}
        </span>
      </td>
      <td className="case-next">
        {onTake ? (
          <Button
            small
            aria-label={t('desk.doNamed', { action: t('desk.take'), title: docking.needTitle })}
            onClick={() => onTake(docking)}
          >
            {t('desk.take')}
          </Button>
        ) : next ? (
          <Link
            className="button small"
            to={`${address}?do=${next}`}
            aria-label={t('desk.doNamed', {
              action: t(`action.${next}`),
              title: docking.needTitle,
            })}
          >
            {t(`action.${next}`)}
          </Link>
        ) : (
          <Link
            className="button small quiet"
            to={address}
            aria-label={t('desk.doNamed', { action: t('desk.open'), title: docking.needTitle })}
          >
            {t('desk.open')}
          </Link>
        )}
      </td>
    </tr>
  );
}
