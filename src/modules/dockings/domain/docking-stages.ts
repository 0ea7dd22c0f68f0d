import { dockingStages, dockingWorkflow, stageOf, type DockingStatus } from './docking.workflow.ts';

export type DockingStage = {
  status: DockingStatus;
  /** `ended`: the stage in which a docking that did not succeed stopped. */
  state: 'done' | 'current' | 'ahead' | 'ended';
  at: Date | null;
};

/** How far a case came, stage by stage, from the moments at which it arrived in each status. */
export function stagesOf(
  status: DockingStatus,
  arrivals: readonly { to: string; at: Date }[],
): DockingStage[] {
  const arrived = (stage: DockingStatus) =>
    arrivals.find((entry) => entry.to === stage)?.at ?? null;
  const last = dockingStages.findLast((stage) => arrived(stage) !== null);
  const hasFailed = dockingWorkflow.isFinal(status) && status !== 'completed';
  return dockingStages.map((stage) => {
    const at = arrived(stage);
    if (at === null) return { status: stage, state: 'ahead', at };
    if (stage === stageOf(status) && !dockingWorkflow.isFinal(status))
      return { status: stage, state: 'current', at };
    return { status: stage, state: hasFailed && stage === last ? 'ended' : 'done', at };
  });
}
