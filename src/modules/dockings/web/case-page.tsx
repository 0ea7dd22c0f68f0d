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
import { allowedCommands, mayWithMeeting, shortcutOf } from './case-actions.ts';
import {
  isCaseCommand,
  isMeetingCommand,
  type CaseCommandName,
  type MeetingCommand,
} from './case-commands.ts';
import { CaseCommand } from './CaseCommand.tsx';
import { CaseDue } from './CaseDue.tsx';
import { CaseFiles } from './CaseFiles.tsx';
import { CaseMeetings } from './CaseMeetings.tsx';
import { CaseMoney } from './CaseMoney.tsx';
import { CasePair } from './CasePair.tsx';
import { CaseRatings } from './CaseRatings.tsx';
import { CaseRefused } from './CaseRefused.tsx';
import { CaseSentence } from './CaseSentence.tsx';
import { timelineOf } from './case-timeline.tsx';
import { taskText } from './case-words.ts';
import { contentWords } from './content-words.ts';
import { ResponseRate } from './ResponseRate.tsx';
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
  const content = contentWords.useText();
  const { do: asked, of: meetingId } = useSearchTexts();
  const setSearch = useSetSearch();
  const allowed = allowedCommands(docking);
  // Forms once opened stay, so that what was typed outlives closing them.
  const [opened, setOpened] = useState<readonly OpenForm[]>([]);
  const [said, setSaid] = useState('');
  const current = askedForm(docking, asked, meetingId);
  if (current && !opened.some(({ key }) => key === current.key)) {
    setOpened([...opened, current]);
  }
  // The button that opened a form may be gone once it went through; the new sentence says how it
  // stands, and takes focus after the dialog has given it back.
  const openKey = current?.key;
  const moved = useRef(false);
  useEffect(() => {
    if (openKey !== undefined || !moved.current) return;
    moved.current = false;
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [openKey]);

  const open = (name: OpenForm['name'], of?: string): void => setSearch({ do: name, of });
  const close = (): void => setSearch({ do: undefined, of: undefined });
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
          <CaseMeetings docking={docking} onCommand={open} onSaid={setSaid} />
          <CaseMoney docking={docking} onCommand={open} />
          <CaseRatings docking={docking} />
          {docking.responderOrganisationId ? (
            <ResponseRate
              organisationId={docking.responderOrganisationId}
              name={docking.responderName}
            />
          ) : null}
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
          <CaseFiles docking={docking} />
          <p className="print">
            <a href={`/api/dockings/${docking.id}/pdf`} download>
              {content('print')}
            </a>
          </p>
        </div>
        <aside className="side" aria-label={t('desk.column.next')}>
          <CaseDue docking={docking} task={task} />
          <ActionList
            stick
            actions={allowed.map((name) => ({
              id: name,
              label:
                name === 'proposeMeeting' && docking.meetings.length > 0
                  ? t('action.meetAgain')
                  : t(`action.${name}`),
              act: () => open(name),
              shortcut: shortcutOf[name],
            }))}
          />
        </aside>
        <CaseRefused docking={docking} />
      </div>
      {opened.map(({ key, name, meetingId: of }) => (
        <CaseCommand
          key={key}
          name={name}
          meetingId={of}
          docking={docking}
          open={key === current?.key}
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

type OpenForm = { key: string; name: CaseCommandName | MeetingCommand; meetingId?: string };

/** The form that the address asks for, where the reader may send it. */
function askedForm(
  docking: DockingDetail,
  name: string | undefined,
  meetingId: string | undefined,
): OpenForm | undefined {
  if (isMeetingCommand(name)) {
    if (meetingId === undefined || !mayWithMeeting(docking, name, meetingId)) return undefined;
    return { key: `${name} ${meetingId}`, name, meetingId };
  }
  if (!isCaseCommand(name)) return undefined;
  const isAllowed = docking.actions.some(({ action, allowed }) => action === name && allowed);
  return isAllowed ? { key: name, name } : undefined;
}

function UnderTitle({ docking }: { docking: DockingDetail }): ReactElement {
  const t = dockingWords.useText();
  const formats = useFormats();
  const mayRemind = docking.actions.some(({ action, allowed }) => action === 'remind' && allowed);
  const isOpen = docking.turn !== null;
  return (
    <>
      {isOpen && !docking.myTurn ? (
        <span>{t(mayRemind ? 'under.canRemind' : 'under.wait')}</span>
      ) : null}
      {isOpen && docking.escalated ? <span>{t('under.escalated')}</span> : null}
      {docking.brokerName ? (
        <span>
          {docking.deputy
            ? t('under.deputy', {
                name: docking.brokerName,
                deputy: docking.deputy.name,
                until: formats.day(docking.deputy.until),
              })
            : t('under.broker', { name: docking.brokerName })}
        </span>
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
