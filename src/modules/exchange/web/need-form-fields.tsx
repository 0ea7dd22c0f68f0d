import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useGo } from '../../../ui/navigation.ts';
import { EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import { useStepDays } from '../../settings/web/index.ts';
import type { CoachCell } from '../domain/coach.ts';
import { AttachmentFields } from './attachment-fields.tsx';
import { checkNeed } from './check-need.ts';
import { CoachPanel } from './coach-panel.tsx';
import { NeedConditionFields } from './need-condition-fields.tsx';
import { MoreField, NeedDetailFields } from './need-detail-fields.tsx';
import { forgetNeedTexts, keepNeedTexts, type NeedTexts } from './need-draft.ts';
import { NeedLive } from './need-live.tsx';
import { budgetIn, coachedNeed, needSaid, type NeedSaid } from './need-said.ts';
import { partsWords } from './parts-words.ts';
import { TierField } from './tier-field.tsx';
import { SimilarNotice } from './similar-notice.tsx';
import { keepApart } from './similar-query.ts';
import { similarWords } from './similar-words.ts';
import { useSimilar } from './use-similar.ts';
import type { NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';

export type NeedIntent = 'draft' | 'submit';

type NeedFormProps = {
  initial: NeedTexts;
  /** Which need is being changed; absent for a new one. */
  needId?: string;
  organisations: readonly { id: string; name: string }[];
  /** Where the words in the fields come from, when not from the reader just now. */
  origin?: 'ask' | 'kept' | 'moved';
  /** The version of the need that is being changed. */
  version?: number;
  onStartOver?: () => void;
  save: (
    said: NeedSaid,
    organisationId: string,
    intent: NeedIntent,
    call: { idempotencyKey: string },
  ) => Promise<NeedDetail>;
  onDone: (need: NeedDetail) => void;
};

const keepAfterMs = 600;

/** A need in the words of those who have it, and beside it what meets these words already. */
export function NeedForm(props: NeedFormProps): ReactElement {
  const { initial, needId, version, organisations, origin, onStartOver, save, onDone } = props;
  const t = workWords.useText();
  const part = partsWords.useText();
  const [uploading, setUploading] = useState(false);
  const formats = useFormats();
  const intent = useRef<NeedIntent>('submit');
  const [pressed, setPressed] = useState<NeedIntent>('submit');
  const [keptAt, setKeptAt] = useState<Date>();
  const similarWord = similarWords.useText();
  const go = useGo();
  const notice = useRef<HTMLElement>(null);
  // Handing in waits once for a look at what is very like; whoever presses again has looked.
  const [asking, setAsking] = useState(false);
  const form = useEntryForm({
    initial,
    check: (values) => checkNeed(values, uploading),
    submit: (values, call) => save(needSaid(values), values.organisationId, intent.current, call),
    onDone: (need) => {
      keepApart(need.id, similar.apart);
      onDone(need);
    },
  });
  const { values, wrong, set, idOf } = form;
  const fieldOf: Record<CoachCell, keyof NeedTexts> = {
    object: 'title',
    symptom: 'description',
    now: 'metrics',
    wanted: 'metrics',
    tried: 'tried',
    limits: 'limits',
    scale: 'scale',
    budget: 'budgetFen',
    months: 'months',
    modes: 'coopModes',
  };
  const lead = (cell: CoachCell): void => {
    const field = document.getElementById(idOf(fieldOf[cell]));
    (field?.matches('fieldset') ? field.querySelector('input') : field)?.focus();
  };
  const similar = useSimilar('need', {
    id: needId,
    title: values.title,
    text: values.description,
  });

  useEffect(() => {
    if (values === initial) return undefined;
    const timer = setTimeout(() => {
      const now = new Date();
      if (keepNeedTexts(values, now, needId)) setKeptAt(now);
    }, keepAfterMs);
    return () => clearTimeout(timer);
  }, [values, initial, needId]);

  const send = async (wanted: NeedIntent): Promise<void> => {
    intent.current = wanted;
    setPressed(wanted);
    if (wanted === 'submit' && !asking && (await similar.check()).length > 0) {
      setAsking(true);
      requestAnimationFrame(() => notice.current?.focus());
      return undefined;
    }
    return form.send();
  };
  const labels = {
    organisationId: t('form.organisation'),
    title: t('form.title'),
    description: t('form.description'),
    budgetFen: t('form.budget'),
    months: t('form.months'),
    coopModes: t('form.modes'),
    regionCode: t('form.region'),
    industryCode: t('form.industry'),
    metrics: part('metrics.title'),
    tried: part('tried'),
    limits: part('limits'),
    scale: part('scale'),
    more: part('more'),
    tier: part('tier.title'),
    attachments: part('files.title'),
  };
  const kept = keptAt ? t('form.kept', { time: formats.time(keptAt) }) : '';
  const stepDays = useStepDays();
  return (
    <div className="need-form">
      <div>
        {origin ? (
          <p className="meta need-origin">
            {origin === 'moved'
              ? similarWord('moved')
              : t(origin === 'ask' ? 'form.fromAsk' : 'form.keptBack')}{' '}
            {onStartOver ? (
              <Button kind="plain" small onClick={onStartOver}>
                {needId === undefined ? t('form.startOver') : similarWord('back')}
              </Button>
            ) : null}
          </p>
        ) : null}
        <EntryForm
          form={{
            ...form,
            pending: form.pending && pressed === 'submit',
            send: () => send('submit'),
          }}
          labels={labels}
          submitLabel={t('form.publish')}
          end={
            <>
              <Button
                pending={form.pending && pressed === 'draft'}
                onClick={() => void send('draft')}
              >
                {t('form.saveDraft')}
              </Button>
              <span className="meta" aria-live="polite">
                {[kept, t('form.promise', { days: stepDays('due.need.triage') ?? '…' })]
                  .filter(Boolean)
                  .join('　')}
              </span>
            </>
          }
        >
          {organisations.length > 1 && needId === undefined ? (
            <Field id={idOf('organisationId')} label={labels.organisationId} required>
              {(control) => (
                <Select
                  {...control}
                  value={values.organisationId}
                  onChange={(value) => set('organisationId', value)}
                  options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </Field>
          ) : null}
          <fieldset className="field large need-words">
            <legend>{t('form.problem')}</legend>
            <p className="hint above">{t('form.problemHint')}</p>
            <Field
              id={idOf('title')}
              label={labels.title}
              hint={t('form.titleHint')}
              error={wrong.title}
              required
            >
              {(control) => (
                <TextInput
                  {...control}
                  song
                  value={values.title}
                  onChange={(value) => set('title', value)}
                />
              )}
            </Field>
            <Field
              id={idOf('description')}
              label={labels.description}
              error={wrong.description}
              required
            >
              {(control) => (
                <TextArea
                  {...control}
                  song
                  value={values.description}
                  onChange={(value) => set('description', value)}
                />
              )}
            </Field>
          </fieldset>
          <SimilarNotice
            ref={notice}
            similar={similar}
            on="form"
            asking={asking}
            version={version}
            onContinue={(item) => {
              keepNeedTexts(values, new Date(), item.id, 'moved');
              if (needId === undefined) forgetNeedTexts();
              go(`/needs/${item.id}/edit`);
            }}
          />
          <NeedDetailFields values={values} wrong={wrong} set={set} idOf={idOf} />
          <NeedConditionFields values={values} wrong={wrong} set={set} idOf={idOf} />
          <AttachmentFields
            id={idOf('attachments')}
            entries={values.attachments}
            onChange={(entries) => set('attachments', entries)}
            onBusy={setUploading}
            error={wrong.attachments}
            maturity={false}
            mayClose={values.tier !== 'public'}
          />
          <TierField
            id={idOf('tier')}
            kind="need"
            tier={values.tier}
            onChange={(tier) => set('tier', tier)}
          />
          {values.tier === 'public' && values.more === '' ? null : (
            <MoreField
              id={idOf('more')}
              value={values.more}
              onChange={(more) => set('more', more)}
            />
          )}
        </EntryForm>
      </div>
      <div className="need-beside">
        <CoachPanel
          need={coachedNeed(values)}
          onWrite={lead}
          onNotTried={() => set('tried', part('coach.notTried'))}
        />
        <NeedLive texts={values} budgetFen={budgetIn(values.budgetFen)} />
      </div>
    </div>
  );
}
