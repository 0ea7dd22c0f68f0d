import { useId, useState, type ReactElement, type Ref } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { cutAtMarks } from '../../../ui/reading/marks.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { exchangeWords } from './exchange-words.ts';
import { MergeCommand } from './merge-command.tsx';
import type { ComparedWords, Similar } from './similar-query.ts';
import { similarWords } from './similar-words.ts';
import type { SimilarState } from './use-similar.ts';
import { workWords } from './work-words.ts';
import './similar.css';

type SimilarNoticeProps = {
  similar: SimilarState;
  /** Heads a listing that is kept already, or a form. */
  on: 'form' | 'page';
  /** Handing in waits for a look at this. */
  asking?: boolean;
  /** Takes what was typed along to the other one. */
  onContinue?: (item: Similar) => void;
  /** The version of the listing that would end; absent for one that is not kept. */
  version?: number;
  ref?: Ref<HTMLElement>;
};

const beads = { same: 'yes', figures: 'part', close: 'near' } as const;

/** What says nearly the same, how close it is, what differs, and the ways on. */
export function SimilarNotice(props: SimilarNoticeProps): ReactElement | null {
  const { similar, on, asking = false, ref } = props;
  const t = similarWords.useText();
  const headingId = useId();
  const { items, partial, failed } = similar;
  return (
    <div className="similar-live" aria-live="polite">
      {failed || (partial && items.length === 0) ? (
        on === 'form' ? (
          <p className="meta">{t(failed ? 'failed' : 'partial')}</p>
        ) : null
      ) : items.length === 0 ? null : (
        <section className="similar" aria-labelledby={headingId} tabIndex={-1} ref={ref}>
          <h2 id={headingId}>{t(on === 'form' ? 'title' : 'titleKept')}</h2>
          <p className={asking ? 'asking' : 'meta'}>{t(asking ? 'ask' : 'lead')}</p>
          {items.map((item) => (
            <SimilarItem key={item.id} {...props} item={item} />
          ))}
          {partial ? <p className="meta">{t('partial')}</p> : null}
        </section>
      )}
    </div>
  );
}

function SimilarItem({
  item,
  similar,
  onContinue,
  version,
  on,
}: SimilarNoticeProps & { item: Similar }): ReactElement {
  const t = similarWords.useText();
  const formats = useFormats();
  const status = useStatusName(similar.kind);
  const [merging, setMerging] = useState(false);
  const { kind, words } = similar;
  const { merge } = item;
  return (
    <article>
      <h3>
        <Link className="song" to={`/${kind}s/${item.id}`} lang="zh-CN">
          {item.title}
        </Link>
      </h3>
      <p className="meta similar-facts">
        <span className="nowrap">
          <Bead kind={beads[item.level]} /> {t(`level.${item.level}`)}
        </span>
        <span>{t('share', { percent: formats.percent(item.share, 0) })}</span>
        <span>{item.mine ? t('ours') : item.organisationName}</span>
        <span>{status(item.status)}</span>
        <span>{t('updated', { day: formats.date(item.updatedAt) })}</span>
      </p>
      {item.figures.map(({ mine, theirs }) => (
        <p key={`${mine} ${theirs}`}>
          <Rich
            book={similarWords}
            k="figures"
            values={{ mine, theirs }}
            parts={{
              here: <b className="differs" lang="zh-CN" />,
              there: <b className="differs" lang="zh-CN" />,
            }}
          />
        </p>
      ))}
      <details>
        <summary>{t('compare')}</summary>
        {item.onlyHere.length + item.onlyThere.length === 0 ? (
          <p className="meta">{t('nothing')}</p>
        ) : null}
        <div className="similar-pair">
          <SimilarText label={t('there')} words={item} marks={item.onlyThere} />
          <SimilarText label={t('here')} words={words} marks={item.onlyHere} />
        </div>
      </details>
      {merge && !merge.allowed ? (
        <p className="meta">
          {t('cannot', { reasons: merge.reasons.map(({ message }) => message).join(' ') })}
        </p>
      ) : null}
      <div className="acts">
        {item.editable && onContinue ? (
          <Button small onClick={() => onContinue(item)} title={t('continueNote')}>
            {t('continue')}
          </Button>
        ) : (
          <Link className="button small" to={`/${kind}s/${item.id}`}>
            {t('open')}
          </Link>
        )}
        {merge?.allowed && version !== undefined ? (
          <Button small onClick={() => setMerging(true)}>
            {t('merge')}
          </Button>
        ) : null}
        <Button small kind="plain" onClick={() => similar.keepBoth(item.id)}>
          {t('keepBoth')}
        </Button>
      </div>
      {merge?.allowed && version !== undefined && words.id !== undefined ? (
        <MergeCommand
          kind={kind}
          id={words.id}
          version={version}
          into={item}
          otherOwner={merge.otherOwner}
          unsaved={on === 'form'}
          open={merging}
          onClose={() => setMerging(false)}
        />
      ) : null}
    </article>
  );
}

function SimilarText({
  label,
  words,
  marks,
}: {
  label: string;
  words: Pick<ComparedWords, 'title' | 'text'>;
  marks: Similar['onlyHere'];
}): ReactElement {
  const pieces = (field: 'title' | 'text'): ReactElement[] =>
    cutAtMarks(
      words[field],
      marks.filter((mark) => mark.field === field).map((mark) => ({ ...mark, style: 'read' })),
    ).map(({ text, mark }, at) =>
      // Pieces have no identity but their place.
      mark ? (
        <b className="differs" key={`${at}-${text}`}>
          {text}
        </b>
      ) : (
        <span key={`${at}-${text}`}>{text}</span>
      ),
    );
  return (
    <div lang="zh-CN">
      <h4>{label}</h4>
      <p className="song">{pieces('title')}</p>
      <p className="similar-text">{pieces('text')}</p>
    </div>
  );
}

type StatusName = (status: string) => string;

function useStatusName(kind: SimilarState['kind']): StatusName {
  const work = workWords.useText() as (key: string) => string;
  const achievement = exchangeWords.useText() as (key: string) => string;
  return (status) => (kind === 'need' ? work : achievement)(`status.${status}`);
}
