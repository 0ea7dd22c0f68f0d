import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import { useModeName } from '../../exchange/web/index.ts';
import type { Match } from '../contract.ts';
import { matchingWords } from './matching-words.ts';

const fenInWan = 1_000_000;
const wanOf = (fen: number | null): number | null => (fen === null ? null : fen / fenInWan);

/** What it is, whose, where, how mature and at what price, in one line. */
export function OfferFacts({
  match,
  brief = false,
}: {
  match: Match;
  brief?: boolean;
}): ReactElement {
  const t = matchingWords.useText();
  const formats = useFormats();
  const modeName = useModeName();
  const facts = [
    !brief || match.kind === 'expert' ? match.organisationName : null,
    placeName(match.regionName),
    match.trl === null ? null : t('facts.trl', { trl: match.trl }),
    formats.wanRange(wanOf(match.priceMinFen), wanOf(match.priceMaxFen)),
    brief || match.coopModes.length === 0 ? null : formats.list(match.coopModes.map(modeName)),
  ];
  return <FactLine lead={<b>{t(`kinds.${match.kind}`)}</b>} facts={facts} />;
}
