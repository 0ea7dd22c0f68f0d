import { useRef, useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import { useGo } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { importKinds, type ImportKind } from '../domain/import-columns.ts';
import { interchangeClient } from './import-queries.ts';
import { interchangeWords } from './interchange-words.ts';

/** What a member may bring in for the own organisation. */
const ownKinds: readonly ImportKind[] = ['need', 'achievement', 'facility'];

/** What it is, the template for it, and the file; reading begins as soon as one is chosen. */
export function NewImport(): ReactElement {
  const t = interchangeWords.useText();
  const { session } = useSession();
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const isOperator = session.roles.includes('operator');
  const kinds = isOperator ? importKinds : ownKinds;
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'need');
  const [organisationId, setOrganisationId] = useState(session.organisations[0]?.id ?? '');
  const [reading, setReading] = useState('');
  const [failed, setFailed] = useState('');
  const [dragging, setDragging] = useState(false);

  if (!isOperator && session.organisations.length === 0) {
    return (
      <EmptyState
        title={t('imports.notYours')}
        actions={
          <Link className="button" to="/welcome">
            {t('imports.toWelcome')}
          </Link>
        }
      />
    );
  }
  const upload = async (file: File | undefined): Promise<void> => {
    if (!file || reading !== '') return;
    setFailed('');
    setReading(file.name);
    try {
      const { id } = await interchangeClient.uploadImport({
        file,
        kind,
        ...(isOperator ? {} : { organisationId }),
      });
      go(`/imports/${id}`);
    } catch (error) {
      setFailed(error instanceof ApiFailure ? error.message : statusText(500));
    } finally {
      setReading('');
    }
  };
  return (
    <div className="form new-import">
      <Field label={t('imports.what')} group large>
        {() => (
          <RadioGroup
            name="import-kind"
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(value) => setKind(kinds.find((each) => each === value) ?? kind)}
          />
        )}
      </Field>
      {!isOperator && session.organisations.length > 1 ? (
        <Field label={t('imports.whose')} group large>
          {() => (
            <RadioGroup
              name="import-organisation"
              value={organisationId}
              options={session.organisations.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setOrganisationId}
            />
          )}
        </Field>
      ) : null}
      <p>
        <a href={`/api/import-templates/${kind}.xlsx`} download>
          {t('imports.template', { kind: t(`kinds.${kind}`) })}
        </a>
      </p>
      <Field label={t('imports.file')} large>
        {(control) => (
          <div
            className={dragging ? 'drop over' : 'drop'}
            onDragOver={(event) => {
              event.preventDefault();
              setDragging(true);
            }}
            onDragLeave={() => setDragging(false)}
            onDrop={(event) => {
              event.preventDefault();
              setDragging(false);
              void upload(event.dataTransfer.files[0]);
            }}
          >
            <input
              {...control}
              ref={input}
              type="file"
              className="visually-hidden"
              accept=".xlsx,.csv"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = ''; // the same file may be chosen again
                void upload(file);
              }}
            />
            <Button
              tabIndex={-1}
              aria-hidden="true"
              pending={reading !== ''}
              onClick={() => input.current?.click()}
            >
              {t('imports.choose')}
            </Button>
            <span className="meta" aria-live="polite">
              {reading === '' ? t('imports.drop') : t('imports.reading', { name: reading })}
              <br />
              {t('imports.limits')}
            </span>
          </div>
        )}
      </Field>
      {failed ? (
        <div className="form-problem" role="alert">
          <b>{t('imports.failed')}</b>
          <p>{failed}</p>
        </div>
      ) : null}
    </div>
  );
}
