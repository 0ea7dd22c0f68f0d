import type { ReactElement } from 'react';
import { Field } from '../../../ui/forms/Field.tsx';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import { tiers, type Tier } from '../domain/disclosure.ts';
import { partsWords } from './parts-words.ts';

export const isTier = (value: string): value is Tier => tiers.some((tier) => tier === value);

export function useTierOptions(): { value: Tier; label: string; about: string }[] {
  const t = partsWords.useText();
  return [
    { value: 'public', label: t('tier.public'), about: t('tier.publicAbout') },
    { value: 'members', label: t('tier.members'), about: t('tier.membersAbout') },
    { value: 'on_request', label: t('tier.on_request'), about: t('tier.onRequestAbout') },
  ];
}

/** Who may read what a listing has beside its open text. */
export function TierField({
  id,
  kind,
  tier,
  onChange,
}: {
  id: string;
  kind: 'need' | 'achievement';
  tier: string;
  onChange: (tier: string) => void;
}): ReactElement {
  const t = partsWords.useText();
  const options = useTierOptions();
  return (
    <Field
      id={id}
      label={t('tier.title')}
      hint={t(kind === 'need' ? 'tier.hint' : 'tier.hintAchievement')}
      group
      large
    >
      {() => <RadioGroup name="tier" value={tier} onChange={onChange} options={options} />}
    </Field>
  );
}
