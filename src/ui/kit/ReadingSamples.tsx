import { useState, type ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { AskBox } from '../reading/AskBox.tsx';
import { DuoReading } from '../reading/DuoReading.tsx';
import { MarkedText } from '../reading/MarkedText.tsx';
import { MarkLegend } from '../reading/MarkLegend.tsx';
import { OwnWords } from '../reading/OwnWords.tsx';
import { ReasonList } from '../reading/ReasonList.tsx';
import { Verdict } from '../reading/Verdict.tsx';
import { KitSection } from './KitSection.tsx';
import { against, askedMarks, askedText, reasons } from './samples.ts';

const kinds = ['yes', 'near', 'part', 'none', 'no'] as const;

export function ReadingSamples(): ReactElement {
  const [text, setText] = useState(askedText);
  const [long, setLong] = useState('');
  return (
    <>
      <KitSection name="beads">
        <p className="kit-line">
          {kinds.map((kind) => (
            <span key={kind}>
              <Verdict kind={kind} />
            </span>
          ))}
        </p>
        <div className="card padded kit-line">
          {kinds.map((kind) => (
            <span key={kind}>
              <Verdict kind={kind} />
            </span>
          ))}
        </div>
      </KitSection>
      <KitSection name="ask">
        <div className="columns">
          <AskBox
            label="技术难题"
            value={text}
            onChange={setText}
            marks={{ for: askedText, marks: askedMarks }}
            actions={
              <>
                <Button kind="plain">说话输入</Button>
                <Button kind="primary">发布为需求</Button>
              </>
            }
          />
          <AskBox
            label="技术难题，空着"
            value={long}
            onChange={setLong}
            maxLength={20}
            placeholder="什么东西、什么时候、多严重？照平时说话的样子写。"
            actions={<Button kind="primary">发布为需求</Button>}
          />
        </div>
      </KitSection>
      <KitSection name="marks">
        <div className="columns">
          <div className="framed">
            <OwnWords>
              <MarkedText text={askedText} marks={askedMarks} />
            </OwnWords>
          </div>
          <div>
            <OwnWords as="blockquote" quoted>
              夜班三点以后车间没人，能不能那时候装？
            </OwnWords>
            <MarkLegend />
          </div>
        </div>
      </KitSection>
      <KitSection name="reasons">
        <ReasonList reasons={reasons} />
        <div className="card kit-duo">
          <DuoReading reasons={reasons} against={against} />
        </div>
        <div className="card kit-duo">
          <DuoReading reasons={reasons.slice(0, 2)} against={[]} />
        </div>
      </KitSection>
    </>
  );
}
