import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CaseCommandName } from './case-commands.ts';
import { CaseCommand } from './CaseCommand.tsx';
import { dockingQuery } from './queries.ts';

/** A command on a case right from a list. The version comes with the case itself. */
export function CommandOnCase({
  id,
  name,
  onClose,
  onDone,
}: {
  id: string;
  name: CaseCommandName;
  onClose: () => void;
  onDone: () => void;
}): ReactElement | null {
  const { data } = useQuery(dockingQuery(id));
  if (!data) return null;
  return <CaseCommand name={name} docking={data} open onClose={onClose} onDone={onDone} />;
}
