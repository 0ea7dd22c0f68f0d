import type { Catalog } from '../../../platform/i18n/languages.ts';

export const directoryMessages: Catalog = {
  'zh-CN': {
    'organisation.uscc_length': '统一社会信用代码应为 18 位，请核对营业执照。',
    'organisation.uscc_alphabet': '统一社会信用代码里有不该出现的字符（没有 I、O、S、V、Z）。',
    'organisation.uscc_check': '统一社会信用代码的校验位不对，请逐位核对。',
    'organisation.uscc_taken': '“{name}”已经用这个代码登记。如果是您的单位，请联系平台运营员核实。',
    'organisation.region': '没有这个行政区划代码，请重新选择地区。',
    'expert.already': '您已经登记过专家档案。',
  },
  en: {
    'organisation.uscc_length':
      'The unified social credit code has 18 characters. Please check the business licence.',
    'organisation.uscc_alphabet':
      'The unified social credit code has a character that cannot occur (I, O, S, V and Z never do).',
    'organisation.uscc_check':
      'The check digit of the unified social credit code is wrong. Please compare it digit by digit.',
    'organisation.uscc_taken':
      '“{name}” is already registered with this code. If it is yours, please ask an operator to check.',
    'organisation.region': 'There is no such region code. Please choose the region again.',
    'expert.already': 'You have already entered an expert profile.',
  },
};
