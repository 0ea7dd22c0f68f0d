import { useSyncExternalStore } from 'react';
import { i18nInstance, messagesReady, type Language } from './messages.ts';

/** Also read by `public/boot.js`, which sets `<html lang>` before the first paint. */
const storageKey = 'rt-language';

export const currentLanguage = (): Language => (i18nInstance.language === 'en' ? 'en' : 'zh-CN');

const htmlLang = (language: Language): void => {
  document.documentElement.lang = language;
};

/** Chinese unless the reader chose otherwise. Resolves when the words are there. Called once at start. */
export async function startLanguage(): Promise<void> {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(storageKey);
  } catch {
    // storage may be forbidden
  }
  const language: Language = stored === 'en' ? 'en' : 'zh-CN';
  await messagesReady(language);
  await i18nInstance.changeLanguage(language);
  htmlLang(language);
}

export async function setLanguage(language: Language): Promise<void> {
  await messagesReady(language);
  await i18nInstance.changeLanguage(language);
  htmlLang(language);
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // not kept, but used for this visit
  }
}

const subscribe = (listener: () => void): (() => void) => {
  i18nInstance.on('languageChanged', listener);
  return () => i18nInstance.off('languageChanged', listener);
};

export const useLanguage = (): Language =>
  useSyncExternalStore<Language>(subscribe, currentLanguage, () => 'zh-CN');
