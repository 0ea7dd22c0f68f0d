import { useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { CodePicker } from './CodePicker.tsx';
import { referenceWords } from './reference-words.ts';
import './list-filters.css';

type ListFiltersProps = {
  /** What is searched: “需求里的字词”. */
  searchLabel: string;
  industry?: boolean;
  /** Further choices, such as a select for the kind. */
  children?: ReactNode;
};

/** What narrows a list, kept in the address: words, region and industry. */
export function ListFilters({
  searchLabel,
  industry = false,
  children,
}: ListFiltersProps): ReactElement {
  const t = referenceWords.useText();
  const common = words.useText();
  const search = useSearchTexts();
  const setSearch = useSetSearch();
  const asked = search['q'] ?? '';
  // What is typed holds for the address it was typed at; going back in history shows the older words.
  const [draft, setDraft] = useState({ at: asked, text: asked });
  const typed = draft.at === asked ? draft.text : asked;
  const change = (changes: Record<string, string | undefined>): void =>
    setSearch({ ...changes, page: undefined });
  return (
    <search>
      <form
        className="list-filters"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: typed.trim() });
        }}
      >
        <TextInput
          type="search"
          aria-label={searchLabel}
          placeholder={searchLabel}
          value={typed}
          maxLength={100}
          onChange={(next) => {
            setDraft({ at: asked, text: next });
            if (next === '' && asked) change({ q: undefined });
          }}
        />
        <CodePicker
          kind="region"
          label={t('region')}
          placeholder={t('anyRegion')}
          value={search['region'] ?? ''}
          onChange={(region) => change({ region })}
        />
        {industry ? (
          <CodePicker
            kind="industry"
            label={t('industry')}
            placeholder={t('anyIndustry')}
            value={search['industry'] ?? ''}
            onChange={(code) => change({ industry: code })}
          />
        ) : null}
        {children}
        <Button type="submit">{common('button.find')}</Button>
      </form>
    </search>
  );
}
