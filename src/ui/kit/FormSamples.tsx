import { useState, type ReactElement } from 'react';
import { ApiFailure } from '../api-failure.ts';
import { Button } from '../controls/Button.tsx';
import { Filters } from '../controls/Filters.tsx';
import { CheckboxGroup } from '../forms/CheckboxGroup.tsx';
import { CommandForm } from '../forms/CommandForm.tsx';
import { Field } from '../forms/Field.tsx';
import { FileField } from '../forms/FileField.tsx';
import { RadioGroup } from '../forms/RadioGroup.tsx';
import { Select } from '../forms/Select.tsx';
import { TextArea } from '../forms/TextArea.tsx';
import { TextInput } from '../forms/TextInput.tsx';
import type { UploadedFile } from '../forms/upload.ts';
import { KitSection } from './KitSection.tsx';

const modes = [
  { value: 'service', label: '技术服务' },
  { value: 'licence', label: '技术许可' },
  { value: 'joint', label: '合作开发' },
  { value: 'unsure', label: '还没想好' },
];

const tiers = [
  { value: 'public', label: '全部公开', about: '任何人都能看到全文和企业名称' },
  { value: 'members', label: '会员可见', about: '实名会员看全文；其他人只看到地区和行业' },
  { value: 'consent', label: '同意后可见', about: '对方先申请，你点同意才打开；每次打开都有记录' },
];

const declineFields = {
  reason: {
    kind: 'select',
    label: '原因',
    required: true,
    options: [
      { value: 'capacity', label: '没有空档' },
      { value: 'fit', label: '不是我的方向' },
    ],
  },
  sentence: { kind: 'textarea', label: '一句话', required: true, maxLength: 200, song: true },
  amount: { kind: 'number', label: '可接受的金额', unit: '万元', min: 0 },
  when: { kind: 'datetime', label: '什么时候再问' },
  evidence: { kind: 'files', label: '附件', multiple: true, accept: '.pdf,.docx' },
} as const;

/** Always fails, to show how failures look. */
const refuse = (): Promise<never> =>
  Promise.reject(
    new ApiFailure({
      code: 'BAD_REQUEST',
      status: 400,
      message: '填写的内容有不对的地方。',
      issues: [{ path: 'sentence', message: '太短了，对方看不明白' }],
      requestId: '示例-0001',
    }),
  );

export function FormSamples(): ReactElement {
  const [filter, setFilter] = useState('all');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('水泵一开车间就震');
  const [details, setDetails] = useState('');
  const [amount, setAmount] = useState('4五');
  const [industry, setIndustry] = useState('');
  const [chosen, setChosen] = useState<string[]>(['service', 'joint']);
  const [tier, setTier] = useState('members');
  const [files, setFiles] = useState<UploadedFile[]>([
    { id: 'a', name: '现场测量记录.pdf', size: 480_000, sha256: '' },
  ]);
  return (
    <>
      <KitSection name="controls">
        <p className="kit-line">
          <Button kind="primary">发布需求</Button>
          <Button kind="primary" pending>
            发布需求
          </Button>
          <Button>存草稿</Button>
          <Button shortcut="M">写消息</Button>
          <Button kind="plain">不合适，说原因</Button>
          <Button kind="against">结束对接</Button>
          <Button small>补充说明</Button>
          <span className="tag">成熟度 7 级</span>
          <kbd>J</kbd>
        </p>
        <Filters
          label="看哪些"
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: '全部', count: 3 },
            { value: 'achievement', label: '成果', count: 2 },
            { value: 'expert', label: '专家', count: 1 },
          ]}
        />
      </KitSection>
      <KitSection name="forms">
        <div className="form kit-narrow">
          <Field label="一句话" required>
            {(control) => <TextInput {...control} value={text} onChange={setText} song />}
          </Field>
          <Field
            label="现在出了什么问题"
            large
            hint="照平时说话的样子写。什么东西、什么时候、多严重。"
          >
            {(control) => <TextArea {...control} value={details} onChange={setDetails} song />}
          </Field>
          <Field label="预算" markOptional error="这里要填一个数" hint="只给对接中的对方看。">
            {(control) => (
              <TextInput {...control} value={amount} onChange={setAmount} unit="万元以内" />
            )}
          </Field>
          <Field label="行业">
            {(control) => (
              <Select
                {...control}
                value={industry}
                onChange={setIndustry}
                options={[{ value: 'C34', label: '通用设备制造业' }]}
              />
            )}
          </Field>
          <Field label="怎么合作" group large>
            {() => (
              <CheckboxGroup name="modes" options={modes} values={chosen} onChange={setChosen} />
            )}
          </Field>
          <Field label="给谁看" group large hint="看不到的人，搜索和理由里也不会出现。">
            {() => <RadioGroup name="tier" options={tiers} value={tier} onChange={setTier} />}
          </Field>
          <Field label="多急" group>
            {() => (
              <RadioGroup
                name="urgency"
                value="month"
                onChange={() => undefined}
                options={[
                  { value: 'week', label: '一周内' },
                  { value: 'month', label: '一个月内' },
                ]}
              />
            )}
          </Field>
          <FileField label="附件" files={files} onChange={setFiles} multiple accept=".pdf,.docx" />
        </div>
      </KitSection>
      <KitSection name="commands">
        <p className="kit-line">
          <Button onClick={() => setOpen(true)}>婉拒对接</Button>
        </p>
        <CommandForm
          open={open}
          onClose={() => setOpen(false)}
          title="婉拒对接，说明原因"
          intro="对方和技术经理人会看到这两项。"
          fields={declineFields}
          submitLabel="婉拒"
          submit={refuse}
          onDone={() => setOpen(false)}
          note="双方都看得到"
        />
        <div className="card padded kit-narrow">
          <CommandForm
            as="panel"
            title="约定见面"
            fields={{
              when: { kind: 'datetime', label: '时间', required: true },
              place: { kind: 'text', label: '地点', required: true },
            }}
            submitLabel="约定"
            submit={refuse}
            onDone={() => undefined}
          />
        </div>
      </KitSection>
    </>
  );
}
