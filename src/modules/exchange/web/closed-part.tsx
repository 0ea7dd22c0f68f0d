import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { useSession } from '../../../ui/session.ts';
import { signInAddress } from '../../../ui/shell/addresses.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { DetailsView } from './details-view.tsx';
import { disclosuresQuery, type ClosedPart, type ClosedState } from './disclosure-queries.ts';
import { exchangeClient } from './exchange-client.ts';
import { partsWords } from './parts-words.ts';
import './closed-part.css';

type Props = { kind: 'need' | 'achievement'; id: string; mine: boolean; closed: ClosedState };

/** What a listing has beside its open text: there, to be opened, to be asked for, or for others. */
export function ClosedPartOf(props: Props): ReactElement | null {
  const { closed, mine } = props;
  const t = partsWords.useText();
  if (!closed.hasMore) return null;
  if (closed.details && (closed.tier === 'public' || mine)) {
    return (
      <section className="closed-part open">
        <h2>{t(closed.tier === 'public' ? 'closed.details' : 'closed.title')}</h2>
        {closed.tier === 'public' ? null : (
          <p className="meta">{t('closed.own', { tier: t(`tier.${closed.tier}`) })}</p>
        )}
        <DetailsView details={closed.details} />
      </section>
    );
  }
  return <Closed {...props} />;
}

function Closed({ kind, id, closed }: Props): ReactElement {
  const t = partsWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const { session } = useSession();
  const [opened, setOpened] = useState<ClosedPart>();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState(closed);
  const { question } = state;
  const open = async (): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    try {
      setOpened(await exchangeClient.openClosedPart({ kind, id }));
      void queries.invalidateQueries({ queryKey: disclosuresQuery(kind, id).queryKey });
    } catch (error) {
      const why = error instanceof ApiFailure ? error.message : statusText(500);
      setFailure(t('closed.failed', { why }));
    } finally {
      setPending(false);
    }
  };
  return (
    <section className="closed-part">
      <h2>{t('closed.title')}</h2>
      {opened ? (
        <>
          <DetailsView details={opened.details} />
          <AttachmentList kind={kind} id={id} attachments={opened.attachments} />
        </>
      ) : (
        <>
          <p className="ink-2">
            {question
              ? t(`closed.${question.standing}`, {
                  day: formats.day(question.until ?? question.askedAt),
                  reason: question.reason ?? '',
                })
              : state.mayOpen
                ? t('closed.opening')
                : t(state.tier === 'members' ? 'closed.membersOnly' : 'closed.onRequestOnly')}
          </p>
          <p className="closed-acts">
            {state.mayOpen ? (
              <Button pending={pending} onClick={() => void open()}>
                {t('closed.open')}
              </Button>
            ) : null}
            {state.mayAsk ? (
              <Button onClick={() => setAsking(true)}>{t('closed.ask')}</Button>
            ) : null}
            {state.mayOpen || state.mayAsk || question ? null : session.signedIn ? (
              session.roles.length === 0 ? (
                <Link className="button" to="/welcome">
                  {t('closed.register')}
                </Link>
              ) : null
            ) : (
              <Link
                className="button"
                to={signInAddress(`/${kind === 'need' ? 'needs' : 'achievements'}/${id}`)}
              >
                {t('closed.signIn')}
              </Link>
            )}
          </p>
          {failure ? (
            <p className="failed" role="alert">
              <Bead kind="no" /> {failure}
            </p>
          ) : null}
        </>
      )}
      <CommandForm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('closed.askTitle')}
        intro={t('closed.askIntro')}
        fields={{
          words: {
            kind: 'textarea',
            label: t('closed.askWords'),
            hint: t('closed.askHint'),
            required: true,
            maxLength: 500,
            song: true,
          },
        }}
        submitLabel={t('closed.ask')}
        submit={({ words }, { idempotencyKey }) =>
          exchangeClient.askForClosedPart({ kind, id, words }, { context: { idempotencyKey } })
        }
        onDone={(asked) => {
          setAsking(false);
          setState(asked);
        }}
      />
    </section>
  );
}
