import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { ActionList } from '../../../ui/case/ActionList.tsx';
import { CaseStages, type Stage } from '../../../ui/case/CaseStages.tsx';
import { CaseTimeline } from '../../../ui/case/CaseTimeline.tsx';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { usePathParam, useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { allowedCommands, shortcutOf } from './case-actions.ts';
import { CaseCommand, isCaseCommand, type CaseCommandName } from './CaseCommand.tsx';
import { CaseDue } from './CaseDue.tsx';
import { CaseMoney } from './CaseMoney.tsx';
import { CasePair } from './CasePair.tsx';
import { CaseRefused } from './CaseRefused.tsx';
import { CaseSentence } from './CaseSentence.tsx';
import { timelineOf } from './case-timeline.tsx';
import { taskText } from './case-words.ts';
import { dockingQuery, type DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';
import './case.css';

export default function CasePage(): ReactElement {
  const t = dockingWords.useText();
  const id = usePathParam('id');
  const { data, error, refetch } = useQuery(dockingQuery(id));
  if (data === undefined && error instanceof ApiFailure && !error.passing) {
    return (
      <PageState
        title={t('gone.title')}
        actions={
          <Link className="button" to="/cases">
            {t('gone.toCases')}
          </Link>
        }
      >
        {error.message}
      </PageState>
    );
  }
  return (
    <div className="wrap">
      <p className="crumb">
        <Link to="/cases">{t('desk.title')}</Link>
        {data ? `　/　${data.number}` : ''}
      </p>
      {data ? (
        <Case key={data.id} docking={data} />
      ) : error ? (
        <>
          <PageTitle>{t('page.case')}</PageTitle>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </>
      ) : (
        <LoadingState lines={8} />
      )}
    </div>
  );
}

function Case({ docking }: { docking: DockingDetail }): ReactElement {
  const t = dockingWords.useText();
  const formats = useFormats();
  const language = useLanguage();
  const asked = useSearchTexts()['do'];
  const setSearch = useSetSearch();
  const allowed = allowedCommands(docking);
  // Forms once opened stay, so that what was typed outlives closing them.
  const [opened, setOpened] = useState<readonly CaseCommandName[]>([]);
  const [said, setSaid] = useState('');
  const current = isCaseCommand(asked) ? asked : undefined;
  if (current && allowed.includes(current) && !opened.includes(current)) {
    setOpened([...opened, current]);
  }
  // The button that opened a form may be gone once it went through; the new sentence says how it
  // stands, and takes focus after the dialog has given it back.
  const moved = useRef(false);
  useEffect(() => {
    if (current !== undefined || !moved.current) return;
    moved.current = false;
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [current]);

  const open = (name: CaseCommandName): void => setSearch({ do: name });
  const close = (): void => setSearch({ do: undefined });
  const { due } = docking;
  const task = taskText(t, docking);
  return (
    <>
      <section className="case-sentence" aria-label={docking.number}>
        <PageTitle now>
          <CaseSentence docking={docking} />
        </PageTitle>
        <p className="under-title">
          {due ? <DueClock ticks={due.ticks} dueAt={due.at} variant="pill" /> : null}
          {docking.pause ? (
            <DueClock
              ticks={[]}
              dueAt={docking.pause.until}
              variant="pill"
              paused={{ until: docking.pause.until }}
            />
          ) : null}
          <UnderTitle docking={docking} />
        </p>
        <CaseStages stages={stagesOf(docking, t, formats)} />
      </section>
      <output className="visually-hidden">{said}</output>
      <div className="case-layout case-page">
        <div className="story">
          <CasePair docking={docking} />
          <CaseMoney docking={docking} />
          <h2 className="story-title">{t('history')}</h2>
          <CaseTimeline
            entries={timelineOf(docking, { t, formats, language })}
            deadline={
              due
                ? {
                    at: due.at,
                    title: t('deadline.title', { task }),
                    consequence: t(
                      due.standing === 'overdue' ? 'deadline.passed' : 'deadline.consequence',
                    ),
                  }
                : undefined
            }
          />
        </div>
        <aside className="side" aria-label={t('desk.column.next')}>
          <CaseDue docking={docking} task={task} />
          <ActionList
            stick
            actions={allowed.map((name) => ({
              id: name,
              label: t(`action.${name}`),
              act: () => open(name),
              shortcut: shortcutOf[name],
            }))}
          />
        </aside>
        <CaseRefused docking={docking} />
      </div>
      {opened.map((name) => (
        <CaseCommand
          key={name}
          name={name}
          docking={docking}
          open={name === current}
          onClose={close}
          onDone={() => {
            moved.current = true;
            close();
            setSaid(t('command.done'));
          }}
        />
      ))}
    </>
  );
}

function UnderTitle({ docking }: { docking: DockingDetail }): ReactElement {
  const t = dockingWords.useText();
  const mayRemind = docking.actions.some(({ action, allowed }) => action === 'remind' && allowed);
  const isOpen = docking.turn !== null;
  return (
    <>
      {isOpen && !docking.myTurn ? (
        <span>{t(mayRemind ? 'under.canRemind' : 'under.wait')}</span>
      ) : null}
      {isOpen && docking.escalated ? <span>{t('under.escalated')}</span> : null}
      {docking.brokerName ? (
        <span>{t('under.broker', { name: docking.brokerName })}</span>
      ) : isOpen ? (
        <span>{t('under.noBroker')}</span>
      ) : null}
    </>
  );
}

function stagesOf(
  docking: DockingDetail,
  t: ReturnType<typeof dockingWords.useText>,
  formats: ReturnType<typeof useFormats>,
): Stage[] {
  // Days worked on the present step so far; today counts.
  const worked =
    docking.due?.ticks.filter((tick) => tick.working && tick.state !== 'left').length ?? 0;
  const since = worked === 0 ? t('stageNote.today') : t('stageNote.workingDay', { at: worked });
  return docking.stages.map(({ status, state, at }) => ({
    id: status,
    name: t(`stage.${status as 'proposed'}`),
    state: state === 'ended' ? 'failed' : state,
    note: state === 'current' ? since : at ? formats.day(at) : undefined,
  }));
}
