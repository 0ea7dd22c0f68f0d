import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { setLanguage, useLanguage } from '../i18n/language.ts';
import { words } from '../i18n/words.ts';
import { sessionQuery } from '../session.ts';
import {
  setModePreference,
  useColorMode,
  useModePreference,
  type ModePreference,
} from '../theme/color-mode.ts';

export function LanguageSwitch(): ReactElement {
  const t = words.useText();
  const language = useLanguage();
  const queries = useQueryClient();
  const change = async (): Promise<void> => {
    await setLanguage(language === 'en' ? 'zh-CN' : 'en');
    // It names the place in the reader's language.
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  return (
    <button
      type="button"
      className="switch"
      lang={t('language.otherLang')}
      onClick={() => void change()}
    >
      {t('language.other')}
    </button>
  );
}

/** To the other mode, for the top bar. */
export function ModeSwitch(): ReactElement {
  const t = words.useText();
  const mode = useColorMode();
  const other = mode === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="switch" onClick={() => setModePreference(other)}>
      {t(`mode.${other}Short`)}
    </button>
  );
}

const after: Record<ModePreference, ModePreference> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

/** All three choices in turn, for the footer; says which one holds. */
export function ModePreferenceSwitch(): ReactElement {
  const t = words.useText();
  const preference = useModePreference();
  return (
    <button type="button" className="switch" onClick={() => setModePreference(after[preference])}>
      {t(`mode.${preference}`)}
    </button>
  );
}
