import type { ReactElement } from 'react';
import { ApiFailure } from '../api-failure.ts';
import { Button } from '../controls/Button.tsx';
import { Facts } from '../listing/Facts.tsx';
import { Figures } from '../listing/Figures.tsx';
import { FunnelView } from '../listing/FunnelView.tsx';
import { ListingRow } from '../listing/ListingRow.tsx';
import { ReasonList } from '../reading/ReasonList.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingState } from '../states/LoadingState.tsx';
import { KitSection } from './KitSection.tsx';
import { funnel, reasons } from './samples.ts';

const failure = new ApiFailure({
  code: 'SERVICE_UNAVAILABLE',
  status: 503,
  message: '服务正在恢复，请过一会儿再试。',
  requestId: '示例-0002',
});

export function ListingSamples(): ReactElement {
  return (
    <>
      <KitSection name="listing">
        <div className="columns">
          <div>
            <ListingRow
              to="/design"
              title="水泵一开车间就震得水杯移位"
              ownWords
              about={['永川', '通用设备制造', '20 万元以内', '4 个月']}
              outcome={
                <>
                  <b>2</b> 项候选
                </>
              }
            />
            <ListingRow
              to="/design"
              title="封口机换膜以后总有一头漏气"
              ownWords
              about={['江津', '食品制造', null]}
              outcome={<span className="verdict none">还没有人答</span>}
            />
            <ListingRow
              to="/design"
              title="旋转机械临界转速附近的振动抑制与在线动平衡"
              about={['重庆', '成熟度 8 级', '18–26 万元']}
              outcome={
                <>
                  <b>12月3日</b>
                  <small>周四 9:30</small>
                </>
              }
            >
              <ReasonList reasons={reasons} limit={3} />
            </ListingRow>
          </div>
          <div>
            <Figures
              figures={[
                { id: 'needs', value: '50', unit: '条', label: '公开需求' },
                { id: 'achievements', value: '156', unit: '项', label: '成果' },
                { id: 'days', value: '0.8', unit: '天', label: '首次受理中位时长' },
              ]}
            />
            <br />
            <Facts
              facts={[
                { label: '预算', value: '20 万元以内' },
                { label: '合作方式', value: '技术服务' },
                { label: '期限', value: null },
                { label: '地区', value: '重庆永川' },
              ]}
            />
          </div>
        </div>
      </KitSection>
      <KitSection name="funnel">
        <FunnelView
          label="从看到到付款"
          steps={funnel}
          period={{ from: '2026-01-01', to: '2026-11-20' }}
          evidence="签约以合同文件、付款以回单为准。"
        />
      </KitSection>
      <KitSection name="states">
        <div className="kit-grid">
          <EmptyState title="还没有人提过这样的难题。" actions={<Button>第一个来提</Button>}>
            提出以后，一个工作日内有人受理。
          </EmptyState>
          <ErrorState error={failure} onRetry={() => undefined} />
          <LoadingState />
        </div>
      </KitSection>
    </>
  );
}
