import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { currentLanguage, useLanguage } from '../../../ui/i18n/language.ts';
import { messagesReady } from '../../../ui/i18n/messages.ts';
import { useGo } from '../../../ui/navigation.ts';
import { AskBox } from '../../../ui/reading/AskBox.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { characterCount } from '../../../ui/text-length.ts';
import { askedMarks } from './asked-marks.ts';
import { keepText, keptText, leastCharacters, useAskPage } from './ask-state.ts';
import { exampleQuestions } from './example-questions.ts';
import { LiveAnswer } from './LiveAnswer.tsx';
import { matchingWords } from './matching-words.ts';
import { previewQuery } from './match-queries.ts';
import './home.css';

/** Below the first screen, so it comes after it. */
const HomeBands = lazy(async () => {
  const bands = await import('./HomeBands.tsx');
  await messagesReady(currentLanguage());
  return bands;
});

const pauseMs = 700;
const mostCharacters = 2000;

const askable = (text: string): boolean => {
  const count = characterCount(text.trim());
  return count >= leastCharacters && count <= mostCharacters;
};

/** The box first; what it finds beside it; what there is and how far others got below. */
export default function HomePage(): ReactElement {
  const t = matchingWords.useText();
  const language = useLanguage();
  const go = useGo();
  const toAnswer = useAskPage();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(keptText);
  const [paused, setPaused] = useState(() => (askable(text) ? text.trim() : ''));
  const [tooShort, setTooShort] = useState(false);

  const change = (next: string): void => {
    setText(next);
    keepText(next);
    setTooShort(false);
  };
  const ask = (): void => {
    if (askable(text)) toAnswer(text.trim());
    else {
      setTooShort(characterCount(text.trim()) < leastCharacters);
      box.current?.focus();
    }
  };
  const latestAsk = useRef(ask);
  useEffect(() => {
    latestAsk.current = ask;
  });
  useEffect(() => {
    const area = box.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      latestAsk.current();
    };
    area?.addEventListener('keydown', onKey);
    return () => area?.removeEventListener('keydown', onKey);
  }, []);

  const example = exampleQuestions[0].text;
  const { data: answer } = useQuery({ ...previewQuery(paused, language), enabled: paused !== '' });
  return (
    <>
      <div className="wrap columns hero">
        <section>
          <PageTitle>{t('home.title')}</PageTitle>
          <p className="lead">{t('home.lead')}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              ask();
            }}
          >
            <AskBox
              label={t('home.box')}
              placeholder={t('home.placeholder')}
              value={text}
              onChange={change}
              onPause={(typed) => setPaused(askable(typed) ? typed.trim() : '')}
              pauseMs={pauseMs}
              maxLength={mostCharacters}
              marks={answer ? { for: answer.asked.text, marks: askedMarks(answer) } : undefined}
              inputRef={box}
              actions={
                <>
                  <Button
                    kind="plain"
                    onClick={() => {
                      keepText(text);
                      go('/needs/new');
                    }}
                  >
                    {t('home.publish')}
                  </Button>
                  <Button kind="primary" type="submit" title={t('home.keys')}>
                    {t('home.solve')}
                  </Button>
                </>
              }
            />
            <p className="too-short" role="alert">
              {tooShort ? t('home.tooShort', { count: leastCharacters }) : null}
            </p>
          </form>
          <p className="try">
            <span>{t(text ? 'home.tryOther' : 'home.tryOne')}</span>
            {exampleQuestions.map((question) => (
              <button
                key={question.name}
                type="button"
                lang="zh-CN"
                onClick={() => {
                  change(question.text);
                  setPaused(question.text);
                  box.current?.focus();
                }}
              >
                {question.name}
              </button>
            ))}
          </p>
        </section>
        <LiveAnswer text={paused || example} isExample={!paused} onAll={() => toAnswer(paused)} />
      </div>
      <Suspense fallback={<div className="bands-to-come" />}>
        <HomeBands />
      </Suspense>
    </>
  );
}
