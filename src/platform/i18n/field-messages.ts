import type { Language } from './languages.ts';

/** What zod tells of a value that cannot be taken; only what the words below need. */
type Issue = {
  code?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  message: string;
};

type Words = {
  missing: string;
  wrong: string;
  choose: string;
  format: string;
  shorter: (n: number) => string;
  longer: (n: number) => string;
  least: (n: number) => string;
  most: (n: number) => string;
  fewest: (n: number) => string;
  mostItems: (n: number) => string;
};

const words: Record<Language, Words> = {
  'zh-CN': {
    missing: '请填写这一项。',
    wrong: '填写的内容不对，请改一下。',
    choose: '请从给出的选项里选。',
    format: '格式不对，请按示例填写。',
    longer: (n) => (n <= 1 ? '请填写这一项。' : `至少写 ${n} 个字。`),
    shorter: (n) => `最多 ${n} 个字，请写短一些。`,
    least: (n) => `不能小于 ${n}。`,
    most: (n) => `不能大于 ${n}。`,
    fewest: (n) => `至少选 ${n} 项。`,
    mostItems: (n) => `最多 ${n} 项。`,
  },
  en: {
    missing: 'Please fill this in.',
    wrong: 'This cannot be taken as it is. Please change it.',
    choose: 'Please choose one of the options.',
    format: 'This does not have the right form. Please follow the example.',
    longer: (n) => (n <= 1 ? 'Please fill this in.' : `Please write at least ${n} characters.`),
    shorter: (n) => `At most ${n} characters. Please shorten it.`,
    least: (n) => `Not less than ${n}.`,
    most: (n) => `Not more than ${n}.`,
    fewest: (n) => `At least ${n}.`,
    mostItems: (n) => `At most ${n}.`,
  },
};

/** One rejected value in plain words that say what to do. */
export function fieldMessage(issue: Issue, language: Language): string {
  const say = words[language];
  switch (issue.code) {
    case 'invalid_type':
      // zod leaves the value itself out of an issue and names only its kind.
      return /received (undefined|null)/.test(issue.message) ? say.missing : say.wrong;
    case 'too_small': {
      const n = Number(issue.minimum);
      if (issue.origin === 'string') return say.longer(n);
      return issue.origin === 'array' ? say.fewest(n) : say.least(n);
    }
    case 'too_big': {
      const n = Number(issue.maximum);
      if (issue.origin === 'string') return say.shorter(n);
      return issue.origin === 'array' ? say.mostItems(n) : say.most(n);
    }
    case 'invalid_value':
      return say.choose;
    case 'invalid_format':
      return say.format;
    default:
      return say.wrong;
  }
}
