import type { CallContext } from '../../../ui/client.ts';
import type { CommandFields, CommandValues } from '../../../ui/forms/command-fields.ts';
import type { DockingDetail } from './queries.ts';

/** What every step carries: the case, and the version that was read when it is sent. */
type Step = { id: string; version: number };
type Call = { context: CallContext };

/** Makes a form's `submit` of a command: fills in the version, and reads anew when others were faster. */
export type RunCommand = <F extends CommandFields>(
  send: (step: Step, values: CommandValues<F>, call: Call) => Promise<DockingDetail>,
) => (values: CommandValues<F>, call: { idempotencyKey: string }) => Promise<DockingDetail>;

/** What all forms of a case have in common. */
export type FormFrame = {
  open: boolean;
  onClose: () => void;
  title: string;
  submitLabel: string;
  note: string;
  onDone: (docking: DockingDetail) => void;
};

export type CaseFormProps = { shared: FormFrame; run: RunCommand; today: string };

/** The form's options are these very codes; the form has seen to it that one is chosen. */
export const oneOf = <T extends string>(codes: readonly T[], chosen: string): T =>
  codes.find((code) => code === chosen) ?? codes[0]!;
