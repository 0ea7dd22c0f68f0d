import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGo } from '../../../ui/navigation.ts';
import { CaseCommand } from './CaseCommand.tsx';
import { dockingQuery } from './queries.ts';

/** Takes a case from a list, then opens it. The version comes with the case itself. */
export function TakeCase({
  id,
  onClose,
}: {
  id: string;
  onClose: () => void;
}): ReactElement | null {
  const go = useGo();
  const { data } = useQuery(dockingQuery(id));
  if (!data) return null;
  return (
    <CaseCommand
      name="take"
      docking={data}
      open
      onClose={onClose}
      onDone={() => go(`/cases/${id}`)}
    />
  );
}
