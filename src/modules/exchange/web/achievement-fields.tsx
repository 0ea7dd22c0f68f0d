import { useState, type ReactElement } from 'react';
import type { z } from 'zod';
import { parseMoney } from '../../../kernel/money.ts';
import { CheckboxGroup } from '../../../ui/forms/CheckboxGroup.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useGo } from '../../../ui/navigation.ts';
import { characterCount } from '../../../ui/text-length.ts';
import { CodePicker, EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import type { achievementWords } from '../contract.ts';
import { cooperationModes } from '../domain/exchange.policy.ts';
import { noDetails } from '../domain/listing-details.ts';
import { AchievementParts } from './achievement-parts.tsx';
import type { AchievementDetail } from './achievement-actions.tsx';
import { moveAchievementTexts, type AchievementTexts } from './achievement-moved.ts';
import { attachmentsSaid, type AttachmentEntry } from './attachment-fields.tsx';
import { exchangeWords } from './exchange-words.ts';
import { useModeName } from './mode-names.ts';
import { wanOf } from './money-facts.ts';
import { partsWords } from './parts-words.ts';
import { patentProblem, patentsSaid } from './patent-fields.tsx';
import { SimilarNotice } from './similar-notice.tsx';
import { keepApart } from './similar-query.ts';
import { isTier } from './tier-field.tsx';
import { useSimilar } from './use-similar.ts';

type Said = z.infer<typeof achievementWords>;
type Mode = (typeof cooperationModes)[number];

type Props = {
  /** What stands now; absent for a new one. */
  achievement?: AchievementDetail;
  /** What was written elsewhere and is offered here instead of what is saved. */
  moved?: Partial<AchievementTexts> | undefined;
  /** Whose it may be; more than one is asked for. */
  organisations: readonly { id: string; name: string }[];
  submitLabel: string;
  submit: (
    said: Said,
    organisationId: string,
    context: { idempotencyKey: string },
  ) => Promise<AchievementDetail>;
  onDone: (saved: AchievementDetail) => void;
};

const readinessLevels = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const splitKeywords = (text: string): string[] =>
  text
    .split(/[,，、;；\n]+/u)
    .map((word) => word.trim())
    .filter(Boolean);

const fenIn = (text: string): number | null => {
  const read = text.trim() === '' ? undefined : parseMoney(text, 'wan');
  return read?.ok ? read.fen : null;
};

/** Everything that an achievement says of itself. */
export function AchievementFields(props: Props): ReactElement {
  const { achievement, moved, organisations, submitLabel, submit, onDone } = props;
  const t = exchangeWords.useText();
  const common = words.useText();
  const part = partsWords.useText();
  const [uploading, setUploading] = useState(false);
  const modeName = useModeName();
  const go = useGo();
  const price = (fen: number | null | undefined): string => String(wanOf(fen ?? null) ?? '');
  const form = useEntryForm({
    initial: {
      title: achievement?.title ?? '',
      abstract: achievement?.abstract ?? '',
      keywords: achievement?.keywords.join('，') ?? '',
      regionCode: achievement?.regionCode ?? '',
      industryCode: achievement?.industryCode ?? '',
      trl: achievement?.trl ? String(achievement.trl) : '',
      priceMinFen: price(achievement?.priceMinFen),
      priceMaxFen: price(achievement?.priceMaxFen),
      coopModes: (achievement?.coopModes ?? []) as readonly string[],
      trlProof: achievement?.trlProof ?? '',
      patents: (achievement?.patents ?? []).map(({ number, kind, status }) => ({
        number,
        office: kind === 'foreign' ? 'foreign' : '',
        status: status as string,
      })),
      attachments: (achievement?.attachments ?? []) as readonly AttachmentEntry[],
      tier: (achievement?.closed.tier ?? 'public') as string,
      more: achievement?.closed.details?.more ?? '',
      organisationId: organisations[0]?.id ?? '',
      ...moved,
    } satisfies AchievementTexts as AchievementTexts,
    check: (values) => {
      const wrong: Partial<Record<keyof typeof values, string>> = {};
      const tooShort = (name: 'title' | 'abstract', least: number): void => {
        const count = characterCount(values[name].trim());
        if (count === 0) wrong[name] = common('form.required');
        else if (count < least) wrong[name] = t('form.tooShort', { least, count });
      };
      tooShort('title', 4);
      tooShort('abstract', 10);
      if (!values.regionCode) wrong.regionCode = common('form.required');
      for (const name of ['priceMinFen', 'priceMaxFen'] as const) {
        if (values[name].trim() && !parseMoney(values[name], 'wan').ok) {
          wrong[name] = t('form.notMoney');
        }
      }
      const [min, max] = [fenIn(values.priceMinFen), fenIn(values.priceMaxFen)];
      if (min !== null && max !== null && min > max) wrong.priceMaxFen = t('form.priceOrder');
      if (splitKeywords(values.keywords).length > 12) wrong.keywords = t('form.manyKeywords');
      const badPatent = patentProblem(part, values.patents);
      if (badPatent) wrong.patents = badPatent;
      if (uploading) wrong.attachments = common('files.wait');
      return wrong;
    },
    submit: (values, call) =>
      submit(
        {
          title: values.title.trim(),
          abstract: values.abstract.trim(),
          keywords: splitKeywords(values.keywords),
          regionCode: values.regionCode,
          industryCode: values.industryCode || null,
          trl: values.trl ? Number(values.trl) : null,
          priceMinFen: fenIn(values.priceMinFen),
          priceMaxFen: fenIn(values.priceMaxFen),
          coopModes: values.coopModes as Mode[],
          trlProof: values.trlProof.trim() || null,
          patents: patentsSaid(values.patents),
          attachments: attachmentsSaid(values.attachments),
          tier: isTier(values.tier) ? values.tier : 'public',
          details: { ...noDetails, more: values.more.trim() },
        },
        values.organisationId,
        call,
      ),
    onDone: (saved) => {
      keepApart(saved.id, similar.apart);
      onDone(saved);
    },
  });
  const { values, wrong, set, idOf } = form;
  const similar = useSimilar('achievement', {
    id: achievement?.id,
    title: values.title,
    text: values.abstract,
  });
  const labels = {
    organisationId: t('achievements.holder'),
    title: t('form.title'),
    abstract: t('achievements.abstract'),
    keywords: t('achievements.keywords'),
    regionCode: t('region'),
    industryCode: t('industry'),
    trl: t('achievements.level'),
    priceMinFen: t('form.priceMin'),
    priceMaxFen: t('form.priceMax'),
    coopModes: t('cooperation'),
    trlProof: part('proof.label'),
    patents: part('patents.title'),
    attachments: part('files.title'),
    tier: part('tier.title'),
    more: part('more'),
  };
  return (
    <EntryForm form={form} labels={labels} submitLabel={submitLabel}>
      {organisations.length > 1 ? (
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
            value={values.title}
            maxLength={160}
            onChange={(value) => set('title', value)}
          />
        )}
      </Field>
      <Field
        id={idOf('abstract')}
        label={labels.abstract}
        hint={t('form.abstractHint')}
        error={wrong.abstract}
        required
      >
        {(control) => (
          <TextArea
            {...control}
            value={values.abstract}
            maxLength={5000}
            rows={7}
            onChange={(value) => set('abstract', value)}
          />
        )}
      </Field>
      <SimilarNotice
        similar={similar}
        on="form"
        version={achievement?.version}
        onContinue={(item) => {
          moveAchievementTexts(item.id, values);
          go(`/achievements/${item.id}/edit`);
        }}
      />
      <Field
        id={idOf('keywords')}
        label={labels.keywords}
        hint={t('form.keywordsHint')}
        error={wrong.keywords}
        markOptional
      >
        {(control) => (
          <TextInput
            {...control}
            value={values.keywords}
            onChange={(value) => set('keywords', value)}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field id={idOf('regionCode')} label={labels.regionCode} error={wrong.regionCode} required>
          {(control) => (
            <CodePicker
              {...control}
              kind="region"
              value={values.regionCode}
              onChange={(value) => set('regionCode', value)}
            />
          )}
        </Field>
        <Field
          id={idOf('industryCode')}
          label={labels.industryCode}
          error={wrong.industryCode}
          markOptional
        >
          {(control) => (
            <CodePicker
              {...control}
              kind="industry"
              value={values.industryCode}
              onChange={(value) => set('industryCode', value)}
            />
          )}
        </Field>
        <Field
          id={idOf('priceMinFen')}
          label={labels.priceMinFen}
          error={wrong.priceMinFen}
          markOptional
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              unit={t('form.wan')}
              value={values.priceMinFen}
              onChange={(value) => set('priceMinFen', value)}
            />
          )}
        </Field>
        <Field
          id={idOf('priceMaxFen')}
          label={labels.priceMaxFen}
          error={wrong.priceMaxFen}
          markOptional
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              unit={t('form.wan')}
              value={values.priceMaxFen}
              onChange={(value) => set('priceMaxFen', value)}
            />
          )}
        </Field>
      </div>
      <Field
        id={idOf('trl')}
        label={labels.trl}
        hint={t('form.levelHint')}
        error={wrong.trl}
        markOptional
      >
        {(control) => (
          <Select
            {...control}
            value={values.trl}
            onChange={(value) => set('trl', value)}
            options={readinessLevels.map((value) => ({
              value,
              label: t(`levels.l${value}`),
            }))}
          />
        )}
      </Field>
      <AchievementParts form={form} onBusy={setUploading} />
      <Field id={idOf('coopModes')} label={labels.coopModes} group markOptional>
        {() => (
          <CheckboxGroup
            name="coopModes"
            values={values.coopModes}
            onChange={(value) => set('coopModes', value)}
            options={cooperationModes.map((mode) => ({ value: mode, label: modeName(mode) }))}
          />
        )}
      </Field>
    </EntryForm>
  );
}
