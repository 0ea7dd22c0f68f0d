import { words } from '../../../ui/i18n/words.ts';
import { characterCount } from '../../../ui/text-length.ts';
import { saidMetrics } from './metric-fields.tsx';
import type { NeedTexts } from './need-draft.ts';
import { fenIn, monthsIn } from './need-said.ts';
import { partsWords } from './parts-words.ts';
import { workWords } from './work-words.ts';

const least = { title: 4, description: 10 };
const most = { title: 120, description: 5000 };

/** What is wrong with a need before anything is sent, by field. `uploading`: a file is on its way. */
export function checkNeed(
  values: NeedTexts,
  uploading: boolean,
): Partial<Record<keyof NeedTexts, string>> {
  const t = workWords.text;
  const common = words.text;
  const part = partsWords.text;
  const wrong: Partial<Record<keyof NeedTexts, string>> = {};
  for (const name of ['title', 'description'] as const) {
    const count = characterCount(values[name].trim());
    if (count === 0) wrong[name] = common('form.required');
    else if (count < least[name]) wrong[name] = t('form.tooShort', { least: least[name], count });
    else if (count > most[name]) wrong[name] = t('form.tooLong', { most: most[name], count });
  }
  if (!values.regionCode) wrong.regionCode = common('form.required');
  if (values.budgetFen.trim() && fenIn(values.budgetFen) === null) {
    wrong.budgetFen = t('form.badMoney');
  }
  const months = monthsIn(values.months);
  if (values.months.trim() && (months === null || months < 1 || months > 120)) {
    wrong.months = t('form.badMonths');
  }
  const figures = saidMetrics(values.metrics);
  if (figures.some(({ name }) => name.trim() === '')) wrong.metrics = part('metrics.needName');
  else if (figures.some(({ now, wanted }) => now.trim() === '' && wanted.trim() === '')) {
    wrong.metrics = part('metrics.needFigure');
  }
  if (uploading) wrong.attachments = common('files.wait');
  return wrong;
}
