import type { ReactElement, ReactNode } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { DuoReading } from '../../../ui/reading/DuoReading.tsx';
import { MarkedText } from '../../../ui/reading/MarkedText.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import type { ReasonLine } from '../../../ui/reading/reason.ts';
import { ReasonList } from '../../../ui/reading/ReasonList.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import type { NeedMatch } from '../contract.ts';
import { FeatureTable } from './FeatureTable.tsx';
import { besideFacts, brieflyOf } from './present-reasons.ts';
import { standingWords } from './standing-words.ts';

const fenInWan = 1_000_000;

type NeedMatchCardProps = {
  need: NeedMatch;
  reasons: ReasonLine[];
  against: ReasonLine[];
  brief: boolean;
  actions: ReactNode;
};

/** An open need in its asker's words, with why the offer answers it. */
export function NeedMatchCard(props: NeedMatchCardProps): ReactElement {
  const { need, reasons, against, brief, actions } = props;
  const t = standingWords.useText();
  const marked = (field: 'title' | 'text', text: string): ReactElement => (
    <MarkedText
      text={text}
      // In the brief form the other halves of the pairs are not on the page.
      marks={need.marks.asked
        .filter((mark) => mark.field === field)
        .map((mark) => (brief ? { ...mark, pair: undefined } : mark))}
    />
  );
  return (
    <article className="card match need-match">
      <header>
        <h3 className="song">
          <Link to={`/needs/${need.id}`}>{marked('title', need.title)}</Link>
        </h3>
        <NeedFactLine need={need} />
      </header>
      {brief ? (
        <ReasonList
          reasons={brieflyOf(reasons, 4).map((reason) => ({ ...reason, pair: undefined }))}
          label={t('needs.why', { title: need.title })}
        />
      ) : (
        <>
          <div className="texts">
            <OwnWords lang="zh-CN">{marked('text', need.text)}</OwnWords>
          </div>
          <DuoReading
            reasons={besideFacts(reasons)}
            against={against}
            label={t('needs.reading', { title: need.title })}
            heads={{ wanted: t('needs.wanted'), offered: t('needs.offered') }}
          />
        </>
      )}
      <footer>
        {actions}
        <FeatureTable match={need} />
      </footer>
    </article>
  );
}

/** Whose need, where, how much and until when, in one line. */
export function NeedFactLine({ need }: { need: NeedMatch }): ReactElement {
  const t = standingWords.useText();
  const formats = useFormats();
  const amount = formats.wanRange(null, need.budgetFen === null ? null : need.budgetFen / fenInWan);
  return (
    <FactLine
      facts={[
        need.organisationName,
        placeName(need.regionName),
        amount === null ? t('needs.noBudget') : t('needs.budget', { amount }),
        need.months === null ? null : t('needs.months', { count: need.months }),
      ]}
    />
  );
}
