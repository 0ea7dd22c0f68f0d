import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { formatMoney } from '../../../kernel/money.ts';
import { ActionList } from '../../../ui/case/ActionList.tsx';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { usePathParam } from '../../../ui/navigation.ts';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { ReportText } from './ReportText.tsx';
import { keepReport, reportQuery, teamsApi, type ReportDetail } from './team-queries.ts';
import { teamWords } from './team-words.ts';
import './teams.css';

/** A weekly report: whose turn it is, the figures with what proves them, the text, its versions. */
export default function ReportPage(): ReactElement {
  const t = teamWords.useText();
  const id = usePathParam('reportId');
  const { data, error, refetch } = useQuery(reportQuery(id));
  return (
    <div className="wrap teams-page">
      <p className="crumb">
        <Link to="/reports">{t('report.listTitle')}</Link>
      </p>
      {data ? (
        <Report report={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState lines={8} />
      )}
    </div>
  );
}

const steps = ['submit', 'approve', 'return', 'refresh'] as const;
type Step = (typeof steps)[number];
const shortcuts: Record<Step, string> = { submit: 'S', approve: 'P', return: 'R', refresh: 'F' };

function Report({ report }: { report: ReportDetail }): ReactElement {
  const t = teamWords.useText();
  const formats = useFormats();
  const [step, setStep] = useState<Step>();
  const may = (name: string): boolean =>
    report.actions.some(({ action, allowed }) => action === name && allowed);
  const back = report.versions.find(({ action }) => action === 'return');
  return (
    <>
      <PageTitle now>
        <ReportSentence report={report} />
      </PageTitle>
      <p className="under-title">
        {report.due ? (
          <DueClock ticks={report.due.ticks} dueAt={report.due.at} variant="pill" />
        ) : null}
        <span>
          {t('report.week', {
            from: formats.day(report.weekOf),
            until: formats.day(report.weekUntil),
          })}
        </span>
        <span>
          <Link to={`/teams/${report.teamId}`}>{report.teamName}</Link>
        </span>
        <span>{t('report.to', { unit: report.leadUnitName })}</span>
      </p>
      <div className="team-layout">
        <div>
          {report.status === 'returned' && back?.words ? (
            <div className="returned-words">
              <b>{t('report.back')}</b>
              <OwnWords>{back.words}</OwnWords>
            </div>
          ) : null}
          <ReportText key={report.version} report={report} mayRevise={may('revise')} />
          <Versions report={report} />
        </div>
        <aside>
          {steps.some(may) ? (
            <ActionList
              actions={steps.filter(may).map((name) => ({
                id: name,
                label: t(`action.${name}`),
                act: () => setStep(name),
                shortcut: shortcuts[name],
              }))}
            />
          ) : null}
          <Figures report={report} />
        </aside>
      </div>
      {step ? (
        <StepForm
          step={step}
          report={report}
          onClose={() => setStep(undefined)}
          onDone={() => setStep(undefined)}
        />
      ) : null}
    </>
  );
}

function ReportSentence({ report }: { report: ReportDetail }): ReactElement {
  const formats = useFormats();
  const { status, myTurn } = report;
  const key =
    status === 'sent' ? ('now.sent' as const) : (`now.${status}${myTurn ? 'Mine' : ''}` as const);
  const due =
    status === 'sent'
      ? formats.day(report.sentAt ?? '')
      : report.due
        ? formats.due(report.due.at)
        : '';
  return (
    <Rich
      book={teamWords}
      k={`report.${key}`}
      values={{ team: report.teamName, who: report.waitingFor ?? '', due }}
      parts={{ who: <span className="who" />, date: <span className="date calm" /> }}
    />
  );
}

function Figures({ report }: { report: ReportDetail }): ReactElement {
  const t = teamWords.useText();
  const formats = useFormats();
  const language = useLanguage();
  const { day, time } = formats.moment(report.factsAt);
  return (
    <section className="report-figures">
      <h2>{t('report.figures')}</h2>
      <p className="meta">{t('report.counted', { at: `${day} ${time}` })}</p>
      {report.figures.map(({ key, value, evidence }) => (
        <details key={key}>
          <summary>
            <span>{t(`report.figure.${key}`)}</span>
            <b>
              {key === 'contractFen' || key === 'paidFen'
                ? formatMoney(value, language)
                : `${value} ${t(`report.unit.${key}`)}`}
            </b>
          </summary>
          {evidence.length === 0 ? (
            <p className="meta">{t('report.none')}</p>
          ) : (
            <ul>
              {evidence.map((each, at) => (
                <li key={`${each.path} ${at}`}>
                  <Link to={each.path}>{each.text}</Link>
                  <span className="meta"> {formats.day(each.on)}</span>
                </li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </section>
  );
}

function Versions({ report }: { report: ReportDetail }): ReactElement | null {
  const t = teamWords.useText();
  const formats = useFormats();
  if (report.versions.length === 0) return null;
  return (
    <section className="report-versions">
      <h2>{t('report.versions')}</h2>
      {report.versions.map((version) => {
        const { day, time } = formats.moment(version.at);
        return (
          <details key={version.number}>
            <summary>
              {t('report.version', { number: version.number })}　{version.byName}
              {t(`report.did.${version.action as 'draft'}`)}　{day} {time}
            </summary>
            {version.words ? <OwnWords>{version.words}</OwnWords> : null}
            <pre className="report-body">{version.body}</pre>
          </details>
        );
      })}
    </section>
  );
}

function StepForm({
  step,
  report,
  onClose,
  onDone,
}: {
  step: Step;
  report: ReportDetail;
  onClose: () => void;
  onDone: () => void;
}): ReactElement {
  const t = teamWords.useText();
  const queries = useQueryClient();
  const { id, version } = report;
  const shared = {
    title: t(`action.${step}`),
    submitLabel: t(`action.${step}`),
    onClose,
    onDone: (next: ReportDetail) => {
      keepReport(queries, next);
      onDone();
    },
  };
  if (step === 'return') {
    const words = {
      kind: 'textarea',
      label: t('form.missing'),
      hint: t('form.missingHint'),
      required: true,
      maxLength: 500,
      song: true,
    } as const;
    return (
      <CommandForm
        {...shared}
        fields={{ words }}
        submit={(values, call) =>
          teamsApi.returnReport({ id, version, ...values }, { context: call })
        }
      />
    );
  }
  const send = {
    submit: teamsApi.submitReport,
    approve: teamsApi.approveReport,
    refresh: teamsApi.refreshReport,
  }[step];
  return (
    <CommandForm
      {...shared}
      fields={{}}
      intro={t(`form.${step}Intro`)}
      submit={(_none, call) => send({ id, version }, { context: call })}
    />
  );
}
