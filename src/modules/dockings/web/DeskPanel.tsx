import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ActionList } from '../../../ui/case/ActionList.tsx';
import { useShortcuts } from '../../../ui/case/use-shortcuts.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Facts } from '../../../ui/listing/Facts.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useGo } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { allowedCommands, shortcutOf } from './case-actions.ts';
import type { CaseCommandName } from './case-commands.ts';
import { CaseCommand } from './CaseCommand.tsx';
import { CaseDue } from './CaseDue.tsx';
import { taskText } from './case-words.ts';
import { dockingQuery, type DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

/** What each command takes back, where something can. */
const undoOf: Partial<Record<CaseCommandName, CaseCommandName>> = {
  pause: 'resume',
  resume: 'pause',
};

/**
 * The case one has come to in the list: how it stands, and every command with its letter. `enter`
 * grows by one when Enter was pressed: the first command opens.
 */
export function DeskPanel({ id, enter }: { id: string; enter: number }): ReactElement | null {
  const { data } = useQuery(dockingQuery(id));
  return data ? <Panel key={data.id} docking={data} enter={enter} /> : null;
}

function Panel({ docking, enter }: { docking: DockingDetail; enter: number }): ReactElement {
  const t = dockingWords.useText();
  const formats = useFormats();
  const go = useGo();
  const [current, setCurrent] = useState<CaseCommandName>();
  const [done, setDone] = useState<CaseCommandName>();
  const [entered, setEntered] = useState(enter);
  const allowed = allowedCommands(docking);
  if (enter !== entered) {
    setEntered(enter);
    if (current === undefined) setCurrent(allowed[0]);
  }
  const undo = done === undefined ? undefined : undoOf[done];
  const mayUndo = undo !== undefined && allowed.includes(undo);
  useShortcuts({
    O: () => go(`/cases/${docking.id}`),
    Q: mayUndo ? () => setCurrent(undo) : undefined,
  });
  return (
    <aside className="desk-panel" aria-label={docking.number}>
      <p className="meta">{docking.number}</p>
      <h2 className="song">
        <Link to={`/cases/${docking.id}`}>{docking.needTitle}</Link>
      </h2>
      <Facts
        facts={[
          { label: t('panel.asker'), value: docking.askerName },
          { label: t('panel.responder'), value: docking.responderName },
          { label: t('panel.offer'), value: docking.offerTitle },
          { label: t('panel.broker'), value: docking.brokerName },
          {
            label: t('panel.last'),
            value: `${formats.moment(docking.lastEvent.at).day} ${docking.lastEvent.actorName}`,
          },
        ]}
      />
      <CaseDue docking={docking} task={taskText(t, docking)} />
      {done ? (
        <output className="desk-done">
          {t('panel.done', { action: t(`action.${done}`) })}
          {mayUndo ? (
            <Button small shortcut="Q" onClick={() => setCurrent(undo)}>
              {t('panel.undo')}
            </Button>
          ) : null}
        </output>
      ) : null}
      <ActionList
        keySwitch={false}
        actions={allowed.map((name) => ({
          id: name,
          label: t(`action.${name}`),
          act: () => setCurrent(name),
          shortcut: shortcutOf[name],
        }))}
      />
      {current ? (
        <CaseCommand
          name={current}
          docking={docking}
          open
          onClose={() => setCurrent(undefined)}
          onDone={() => {
            setDone(current);
            setCurrent(undefined);
          }}
        />
      ) : null}
    </aside>
  );
}
