import type { ReactElement } from 'react';
import { CaseSamples } from './kit/CaseSamples.tsx';
import { FormSamples } from './kit/FormSamples.tsx';
import { kitWords } from './kit/kit-words.ts';
import { KitSection } from './kit/KitSection.tsx';
import { ListingSamples } from './kit/ListingSamples.tsx';
import { ReadingSamples } from './kit/ReadingSamples.tsx';
import { PageTitle } from './shell/PageTitle.tsx';
import './kit/kit.css';

const colours = [
  'paper',
  'surface',
  'sunken',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-2',
  'zhu',
  'zhu-deep',
  'zhu-tint',
  'mark',
  'mark-line',
  'soon',
  'soon-tint',
  'over',
  'over-tint',
];

/** Every part in every state, for those who build pages and for the tests that look at them. */
export default function KitPage(): ReactElement {
  const t = kitWords.useText();
  return (
    <div className="wrap section">
      <PageTitle>{t('title')}</PageTitle>
      <p className="ink-2">{t('lead')}</p>
      <KitSection name="type">
        <div className="kit-swatches">
          {colours.map((name) => (
            <div key={name} className="meta">
              <i style={{ background: `var(--${name})` }} />
              {name}
            </div>
          ))}
        </div>
      </KitSection>
      <ReadingSamples />
      <CaseSamples />
      <FormSamples />
      <ListingSamples />
    </div>
  );
}
