/** The two languages of the product; Chinese is the source. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Texts by code; `{name}` is replaced by the parameter of that name. */
export type Messages = Record<string, string>;
export type Catalog = Record<Language, Messages>;
export type Translate = (code: string, params?: Record<string, string | number>) => string;

/** The language of an Accept-Language header: English when it comes before Chinese, else Chinese. */
export function preferredLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const q = options.find((option) => option.trim().startsWith('q='));
      return { tag, q: q ? Number(q.trim().slice(2)) : 1 };
    })
    .filter(({ tag, q }) => q > 0 && (tag.startsWith('zh') || tag.startsWith('en')))
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh-CN';
}

/** Merges the catalogs of all modules; a code given twice is a fault of the authors. */
export function createTranslator(catalogs: readonly Catalog[]): (language: Language) => Translate {
  const merged: Record<Language, Map<string, string>> = { 'zh-CN': new Map(), en: new Map() };
  for (const catalog of catalogs) {
    for (const language of languages) {
      for (const [code, text] of Object.entries(catalog[language])) {
        if (merged[language].has(code)) throw new Error(`The message ${code} is given twice`);
        merged[language].set(code, text);
      }
    }
  }
  return (language) =>
    (code, params = {}) =>
      (merged[language].get(code) ?? code).replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
        String(params[name] ?? ''),
      );
}
