import type { ReactElement } from 'react';
import { ActionList } from '../case/ActionList.tsx';
import { CaseStages } from '../case/CaseStages.tsx';
import { CaseTimeline } from '../case/CaseTimeline.tsx';
import { DueClock } from '../case/DueClock.tsx';
import { KitSection } from './KitSection.tsx';
import { dueSamples, endedStages, now, stages, timeline } from './samples.ts';

const variants = ['compact', 'pill', 'stacked'] as const;
const nothing = (): void => undefined;

export function CaseSamples(): ReactElement {
  return (
    <>
      <KitSection name="due">
        <div className="kit-grid">
          {variants.map((variant) => (
            <div key={variant} className="kit-stack">
              {dueSamples.map(({ id, ticks, dueAt }) => (
                <DueClock key={id} ticks={ticks} dueAt={dueAt} now={now} variant={variant} />
              ))}
            </div>
          ))}
          <div className="kit-stack">
            <DueClock ticks={[]} dueAt={now} now={now} paused={{ until: '2026-12-01' }} />
            <DueClock ticks={[]} dueAt={now} now={now} paused={{}} variant="pill" />
            <DueClock ticks={[]} dueAt="2026-11-20T10:00:00Z" now={now} />
          </div>
        </div>
        <div className="kit-grid">
          {dueSamples.map(({ id, ticks, dueAt }) => (
            <div className="card padded" key={id}>
              <DueClock ticks={ticks} dueAt={dueAt} now={now} variant="large" />
            </div>
          ))}
        </div>
      </KitSection>
      <KitSection name="case">
        <p className="now">
          现在等<span className="who">示例专家</span>答复合同草案，到
          <span className="date">11月25日（周三）18:00</span>。
        </p>
        <CaseStages stages={stages} />
        <CaseStages stages={endedStages} />
        <div className="case-layout">
          <CaseTimeline
            entries={timeline}
            now={now}
            deadline={{
              at: '2026-11-25T10:00:00Z',
              consequence: '到时没有答复，会转给运营员，并计入对方的答复率。',
            }}
          />
          <aside className="side">
            <ActionList
              actions={[
                { id: 'remind', label: '催一次', act: nothing, shortcut: 'C' },
                { id: 'write', label: '写消息', act: nothing, shortcut: 'M' },
                { id: 'meet', label: '再约一次见面', act: nothing, pending: true },
                { id: 'end', label: '不再继续，说明原因', act: nothing },
              ]}
              refused={[
                { id: 'sign', label: '签约', reason: '对方还没有同意草案。' },
                {
                  id: 'rate',
                  label: '评价对方',
                  reason: '还没有签约，也没有结束。',
                  unlock: '签约或结束以后，双方同时公开。',
                },
              ]}
            />
            <ActionList actions={[]} />
          </aside>
        </div>
      </KitSection>
    </>
  );
}
