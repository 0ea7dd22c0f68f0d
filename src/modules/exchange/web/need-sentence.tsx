import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import type { NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';

/** Where the need is, whose turn and until when. Deadlines are for those who work on it. */
export function NeedSentence({
  need,
  insider,
}: {
  need: NeedDetail;
  insider: boolean;
}): ReactElement {
  const t = workWords.useText();
  const formats = useFormats();
  const { status, due } = need;
  const pressing = due?.standing === 'soon' || due?.standing === 'today';
  const parts = {
    who: <span className="who" />,
    date: <span className={pressing ? 'date' : 'date calm'} />,
    over: <span className="date over" />,
  };
  const values = {
    who: need.waitingFor ?? '',
    due: due ? formats.due(due.at) : '',
    count: need.dockings,
    reason: need.closeReason ? t(`closeReason.${need.closeReason}`) : '',
  };
  const over = due?.standing === 'overdue';
  const key = (() => {
    switch (status) {
      case 'submitted':
        return over ? 'now.submittedOver' : 'now.submitted';
      case 'returned':
        if (need.mine) return over ? 'now.returnedMineOver' : 'now.returnedMine';
        return over ? 'now.returnedOver' : 'now.returned';
      case 'published':
        if (!insider || due === null) return 'now.publishedOpen';
        return over ? 'now.publishedOver' : 'now.published';
      default:
        return `now.${status}` as const;
    }
  })();
  return <Rich book={workWords} k={key} values={values} parts={parts} />;
}
