import { createInstance, type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Words of one namespace: strings with `{values}`, flat by dotted code or in nested objects. */
export type Messages = { readonly [key: string]: string | Messages };

type OwnKeys<Z> = keyof Z & string;
type TextKeys<Z> = { [K in OwnKeys<Z>]: Z[K] extends string ? K : never }[OwnKeys<Z>];

/**
 * The same keys as the Chinese source. Where English needs a singular, `key_one` may stand beside
 * `key` (Chinese has one form, so the source never does).
 */
export type Translated<Z> = {
  readonly [K in OwnKeys<Z>]: Z[K] extends string ? string : Translated<Z[K]>;
} & { readonly [K in TextKeys<Z> as `${K}_one`]?: string };

export type MessageKey<Z> = {
  [K in OwnKeys<Z>]: Z[K] extends string ? K : `${K}.${MessageKey<Z[K]>}`;
}[OwnKeys<Z>];

type MessageAt<Z, K extends string> = K extends keyof Z
  ? Z[K]
  : K extends `${infer Head}.${infer Rest}`
    ? Head extends keyof Z
      ? MessageAt<Z[Head], Rest>
      : never
    : never;

type ValueNames<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ValueNames<Rest>
  : never;

type Values<S> = { [K in ValueNames<S>]: string | number };

export type Text<Z> = <K extends MessageKey<Z>>(
  key: K,
  ...values: [ValueNames<MessageAt<Z, K>>] extends [never] ? [] : [values: Values<MessageAt<Z, K>>]
) => string;

export type Book<Z = Messages> = {
  namespace: string;
  /** For components: the words in the current language; renders again when it changes. */
  useText: () => Text<Z>;
  /** Outside of components. */
  text: Text<Z>;
};

type EnglishLoader = () => Promise<{ default: Messages }>;

const namespaces = new Map<string, { zh: Messages; english: EnglishLoader }>();
const loadedEnglish = new Map<string, Promise<void>>();

export const i18nInstance: i18n = createInstance();
void i18nInstance.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  ns: [],
  resources: {},
  initAsync: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false }, // React escapes
  react: { useSuspense: false },
});

/**
 * Registers the words of a module. Chinese comes with the code that uses it; English is fetched only
 * by those who read English.
 */
export function defineMessages<const Z extends Messages>(
  namespace: string,
  zh: Z,
  english: () => Promise<{ default: Translated<Z> }>,
): Book<Z> {
  namespaces.set(namespace, { zh, english: english as unknown as EnglishLoader });
  i18nInstance.addResourceBundle('zh-CN', namespace, zh, true, true);
  const translate = (key: string, values?: Record<string, string | number>): string =>
    i18nInstance.t(key, { ns: namespace, ...values });
  return {
    namespace,
    useText: () => {
      const { t } = useTranslation(namespace, { i18n: i18nInstance });
      return t as unknown as Text<Z>;
    },
    text: translate as unknown as Text<Z>,
  };
}

/** Every namespace registered so far with both languages; tests compare them. */
export async function registeredMessages(): Promise<
  { namespace: string; zh: Messages; en: Messages }[]
> {
  return Promise.all(
    [...namespaces].map(async ([namespace, { zh, english }]) => ({
      namespace,
      zh,
      en: (await english()).default,
    })),
  );
}

/** Resolves when the words of all namespaces registered so far are there in this language. */
export async function messagesReady(language: Language): Promise<void> {
  if (language !== 'en') return;
  await Promise.all(
    [...namespaces].map(([namespace, { english }]) => {
      const known = loadedEnglish.get(namespace);
      if (known) return known;
      const loading = loadEnglish(namespace, english);
      loadedEnglish.set(namespace, loading);
      return loading;
    }),
  );
}

async function loadEnglish(namespace: string, english: EnglishLoader): Promise<void> {
  try {
    const { default: words } = await english();
    i18nInstance.addResourceBundle('en', namespace, words, true, true);
  } catch {
    loadedEnglish.delete(namespace); // Chinese stands in; the next page tries again
  }
}

/**
 * The words for a code that comes from the server, such as a refusal `docking.not_your_turn`,
 * whichever module defines them. Undefined when none does.
 */
export function findCodeText(
  code: string,
  values: Record<string, string | number> = {},
): string | undefined {
  for (const namespace of namespaces.keys()) {
    if (i18nInstance.exists(code, { ns: namespace })) {
      return i18nInstance.t(code, { ns: namespace, ...values });
    }
  }
  return undefined;
}
