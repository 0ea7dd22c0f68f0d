import { defineWorkflow } from '../../../kernel/workflow.ts';

export const importStatuses = [
  'read',
  'checking',
  'checked',
  'writing',
  'done',
  'undoing',
  'undone',
  'cancelled',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

type Subject = {
  status: ImportStatus;
  rowsTotal: number;
  rowsBad: number;
  leaveOutBad: boolean;
};

const rowsToWrite = ({ rowsTotal, rowsBad, leaveOutBad }: Subject) =>
  rowsBad === rowsTotal
    ? [{ code: 'import.nothing_good' }]
    : rowsBad > 0 && !leaveOutBad
      ? [{ code: 'import.bad_rows', params: { count: rowsBad } }]
      : [];

/**
 * A file on its way into the library. The steps in -ing are a job's; what a person starts, a person
 * may cancel until everything is written, and undo afterwards.
 */
export const importWorkflow = defineWorkflow({
  id: 'import',
  initial: 'read' as ImportStatus,
  final: ['undone', 'cancelled'],
  states: {
    read: { turn: 'owner' },
    checking: { turn: 'system' },
    checked: { turn: 'owner' },
    writing: { turn: 'system' },
    done: { turn: 'owner' },
    undoing: { turn: 'system' },
    undone: {},
    cancelled: {},
  },
  transitions: {
    check: {
      from: ['read', 'checked'],
      to: 'checking',
      permission: 'import.check',
      emits: 'import.check_started',
    },
    finishCheck: {
      from: ['checking'],
      to: 'checked',
      permission: 'import.follow',
      emits: 'import.checked',
    },
    start: {
      from: ['checked'],
      to: 'writing',
      permission: 'import.start',
      guard: rowsToWrite,
      emits: 'import.started',
    },
    // The library has changed since the check: nothing was written.
    stop: {
      from: ['writing'],
      to: 'checked',
      permission: 'import.follow',
      emits: 'import.stopped',
    },
    finish: {
      from: ['writing'],
      to: 'done',
      permission: 'import.write',
      emits: 'import.done',
    },
    cancel: {
      from: ['read', 'checking', 'checked', 'writing'],
      to: 'cancelled',
      permission: 'import.cancel',
      emits: 'import.cancelled',
    },
    undo: {
      from: ['done'],
      to: 'undoing',
      permission: 'import.undo',
      emits: 'import.undo_started',
    },
    // Something has been built on it: everything stays.
    keep: {
      from: ['undoing'],
      to: 'done',
      permission: 'import.follow',
      emits: 'import.undo_refused',
    },
    finishUndo: {
      from: ['undoing'],
      to: 'undone',
      permission: 'import.take-back',
      emits: 'import.undone',
    },
  },
});
