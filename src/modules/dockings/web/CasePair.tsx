import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { Bead, type BeadKind } from '../../../ui/reading/Bead.tsx';
import { DuoReading } from '../../../ui/reading/DuoReading.tsx';
import { MarkedText } from '../../../ui/reading/MarkedText.tsx';
import { MarkLegend } from '../../../ui/reading/MarkLegend.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { useModeName } from '../../exchange/web/index.ts';
import { useReading } from '../../matching/web/index.ts';
import { placeName } from '../../reference-data/web/index.ts';
import type { DockingStatus } from '../domain/docking.workflow.ts';
import type { DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

/** How far both sides agree, on the seam between them. */
const beadOf: Record<DockingStatus, BeadKind> = {
  proposed: 'none',
  accepted: 'near',
  contacted: 'near',
  met: 'near',
  negotiating: 'near',
  contracted: 'yes',
  delivering: 'yes',
  delivered: 'yes',
  completed: 'yes',
  declined: 'no',
  failed: 'no',
};

/** The asker's words and the answerer's, a seam between them; below, the reasons of that day. */
export function CasePair({ docking }: { docking: DockingDetail }): ReactElement {
  const t = dockingWords.useText();
  const formats = useFormats();
  const modeName = useModeName();
  // Whoever has to say yes or no reads first.
  const [open, setOpen] = useState(docking.status === 'proposed' && docking.myTurn);
  const { need, matchThen } = docking;
  const wanted = [
    need.budgetFen === null ? null : formats.wanRange(null, need.budgetFen / fenPerWan),
    need.months === null ? null : t('pair.months', { months: need.months }),
    formats.list(need.coopModes.map(modeName)),
    placeName(need.regionName),
  ];
  const offered = matchThen
    ? [
        priceText(matchThen.priceMinFen, matchThen.priceMaxFen, formats.wanRange),
        formats.list(matchThen.coopModes.map(modeName)),
        placeName(matchThen.regionName),
      ]
    : [];
  const reasons = matchThen?.reasons.length ?? 0;
  return (
    <section aria-label={t('pair.label')} className="case-pair">
      <div className="pair">
        <div>
          <span className="meta">{t('pair.need', { name: docking.askerName })}</span>
          <p className="title song">
            <Link to={`/needs/${docking.needId}`}>{docking.needTitle}</Link>
          </p>
          <FactLine facts={wanted} />
        </div>
        <div className="gap">
          <Bead kind={beadOf[docking.status]} />
        </div>
        <div>
          <span className="meta">
            {t(`pair.${docking.offerKind}`, { name: docking.responderName })}
          </span>
          <p className="title">
            <Link to={`/${docking.offerKind}s/${docking.offerId}`}>{docking.offerTitle}</Link>
          </p>
          <FactLine facts={offered} />
        </div>
      </div>
      <Button
        kind="plain"
        className="pair-more"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open
          ? t('pair.hide')
          : reasons > 0
            ? t('pair.reasons', { count: reasons })
            : t('pair.texts')}
      </Button>
      {open ? <ThenReading docking={docking} /> : null}
    </section>
  );
}

const fenPerWan = 1_000_000;

const priceText = (
  min: number | null,
  max: number | null,
  range: (min: number | null, max: number | null) => string | null,
): string | null =>
  range(min === null ? null : min / fenPerWan, max === null ? null : max / fenPerWan);

/** In the order in which one reads them; of an achievement the first, of an expert the others. */
const textFields = ['abstract', 'research', 'bio'];

function ThenReading({ docking }: { docking: DockingDetail }): ReactElement {
  const t = dockingWords.useText();
  const { need, matchThen } = docking;
  const readingOf = useReading(matchThen ? [matchThen] : []);
  const marksIn = (side: 'asked' | 'offered', field: string) =>
    matchThen?.marks[side].filter((mark) => mark.field === field) ?? [];
  const texts = textFields.flatMap((field) => {
    const text = matchThen?.fields[field];
    return text ? [{ field, text }] : [];
  });
  return (
    <div className="then">
      <h2>{t('pair.thatDay')}</h2>
      <p className="meta">{matchThen ? t('pair.thatDayAbout') : t('pair.noReasons')}</p>
      <div className="then-texts">
        <div>
          <h3>{t('pair.askedTitle')}</h3>
          <p className="own-words">
            <MarkedText text={need.description} marks={marksIn('asked', 'text')} />
          </p>
        </div>
        {texts.length > 0 ? (
          <div>
            <h3>{t('pair.offeredTitle')}</h3>
            {texts.map(({ field, text }) => (
              <p key={field} className="abstract">
                <MarkedText text={text} marks={marksIn('offered', field)} />
              </p>
            ))}
          </div>
        ) : null}
      </div>
      {matchThen ? (
        <div className="card then-card">
          <div className="then-duo">
            <DuoReading
              reasons={readingOf(matchThen, 'reasons')}
              against={readingOf(matchThen, 'against')}
            />
          </div>
        </div>
      ) : null}
      {matchThen ? <MarkLegend /> : null}
    </div>
  );
}
