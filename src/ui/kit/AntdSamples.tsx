import { Button, DatePicker, Select, Table, Tabs, Tag } from 'antd';
import type { ReactElement } from 'react';
import { AntdTheme } from '../theme/AntdTheme.tsx';

/** The parts of antd that workbench pages use, in our theme. */
export default function AntdSamples(): ReactElement {
  return (
    <AntdTheme>
      <div className="kit-line">
        <Button type="primary">受理</Button>
        <Button>退回</Button>
        <Button danger>结束</Button>
        <Select
          aria-label="行业"
          style={{ width: 200 }}
          defaultValue="C34"
          options={[{ value: 'C34', label: '通用设备制造业' }]}
        />
        <DatePicker aria-label="日期" />
        <Tag>成果</Tag>
      </div>
      <Tabs
        items={[
          { key: 'open', label: '待受理', children: '3 件' },
          { key: 'done', label: '已受理', children: '12 件' },
        ]}
      />
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        columns={[
          { title: '难题', dataIndex: 'title' },
          { title: '轮到谁', dataIndex: 'who' },
        ]}
        dataSource={[
          { id: 1, title: '水泵一开车间就震', who: '你' },
          { id: 2, title: '封口机换膜以后漏气', who: '示例企业' },
        ]}
      />
    </AntdTheme>
  );
}
