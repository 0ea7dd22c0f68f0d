import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { newIdempotencyKey, toFailure } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { keepReport, teamsApi, type ReportDetail } from './team-queries.ts';
import { teamWords } from './team-words.ts';

/** The text, to be edited in place while that is possible. */
export function ReportText({
  report,
  mayRevise,
}: {
  report: ReportDetail;
  mayRevise: boolean;
}): ReactElement {
  const t = teamWords.useText();
  const queries = useQueryClient();
  const [body, setBody] = useState(report.body);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (!mayRevise) {
    return (
      <section>
        <h2>{t('report.text')}</h2>
        <pre className="report-body">{report.body}</pre>
      </section>
    );
  }
  const changed = body !== report.body;
  const save = async (): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    try {
      const { id, version } = report;
      const call = { context: { idempotencyKey: newIdempotencyKey() } };
      keepReport(queries, await teamsApi.reviseReport({ id, version, body }, call));
    } catch (error) {
      const failure = toFailure(error);
      setProblem(failure instanceof ApiFailure ? failure.message : statusText(500));
    } finally {
      setPending(false);
    }
  };
  return (
    <section className="report-edit">
      <Field label={t('report.text')} error={problem}>
        {(control) => <TextArea {...control} name="body" value={body} onChange={setBody} />}
      </Field>
      <p>
        <Button
          kind={changed ? 'primary' : 'default'}
          pending={pending}
          onClick={() => void save()}
        >
          {t('report.save')}
        </Button>
        <output className="meta">{changed ? t('report.unsaved') : ''}</output>
      </p>
    </section>
  );
}
