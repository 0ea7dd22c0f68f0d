import type { ReactElement } from 'react';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import type { AchievementTexts } from './achievement-moved.ts';
import { AttachmentFields } from './attachment-fields.tsx';
import { MoreField } from './need-detail-fields.tsx';
import { PatentFields } from './patent-fields.tsx';
import { partsWords } from './parts-words.ts';
import { TierField } from './tier-field.tsx';

const levels = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

type Props = {
  form: {
    values: AchievementTexts;
    wrong: Partial<Record<keyof AchievementTexts, string>>;
    set: <K extends keyof AchievementTexts>(name: K, value: AchievementTexts[K]) => void;
    idOf: (name: keyof AchievementTexts) => string;
  };
  onBusy: (busy: boolean) => void;
};

/** What an achievement has beside its words: the proof of its level, patents, files, and who may read more. */
export function AchievementParts({ form, onBusy }: Props): ReactElement {
  const t = partsWords.useText();
  const { values, wrong, set, idOf } = form;
  const level = levels.find((each) => each === values.trl);
  return (
    <>
      <Field
        id={idOf('trlProof')}
        label={t('proof.label')}
        hint={level ? t('proof.hint', { level, proof: t(`proof.l${level}`) }) : t('proof.hintAny')}
        error={wrong.trlProof}
        markOptional
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={1000}
            value={values.trlProof}
            onChange={(value) => set('trlProof', value)}
          />
        )}
      </Field>
      <PatentFields
        id={idOf('patents')}
        lines={values.patents}
        onChange={(lines) => set('patents', lines)}
        error={wrong.patents}
      />
      <AttachmentFields
        id={idOf('attachments')}
        entries={values.attachments}
        onChange={(entries) => set('attachments', entries)}
        onBusy={onBusy}
        error={wrong.attachments}
        maturity
        mayClose={values.tier !== 'public'}
      />
      <TierField
        id={idOf('tier')}
        kind="achievement"
        tier={values.tier}
        onChange={(tier) => set('tier', tier)}
      />
      {values.tier === 'public' && values.more === '' ? null : (
        <MoreField id={idOf('more')} value={values.more} onChange={(more) => set('more', more)} />
      )}
    </>
  );
}
