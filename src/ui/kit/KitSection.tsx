import { useId, type ReactElement, type ReactNode } from 'react';
import type zhCN from './zh-CN.ts';
import { kitWords } from './kit-words.ts';

export function KitSection({
  name,
  children,
}: {
  name: keyof (typeof zhCN)['sections'];
  children: ReactNode;
}): ReactElement {
  const t = kitWords.useText();
  const id = useId();
  return (
    <section className="section" aria-labelledby={id} data-kit={name}>
      <header>
        <h2 id={id}>{t(`sections.${name}`)}</h2>
      </header>
      <div className="kit-body">{children}</div>
    </section>
  );
}
