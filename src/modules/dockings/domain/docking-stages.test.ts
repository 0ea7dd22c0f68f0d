import { expect, it } from 'vitest';
import { stagesOf } from './docking-stages.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const arrivals = [
  { to: 'proposed', at: day(2) },
  { to: 'proposed', at: day(3) }, // a message in that stage
  { to: 'accepted', at: day(4) },
  { to: 'contacted', at: day(5) },
];
const states = (stages: ReturnType<typeof stagesOf>) => stages.map((stage) => stage.state);

it('shows what is done with its day, where the case is, and what lies ahead', () => {
  const stages = stagesOf('contacted', arrivals);
  expect(states(stages)).toEqual([
    'done',
    'done',
    'current',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
  ]);
  expect(stages.slice(0, 4).map((stage) => stage.at)).toEqual([day(2), day(4), day(5), null]);
});

it('shows in which stage a case stopped', () => {
  const stages = stagesOf('failed', [...arrivals, { to: 'failed', at: day(9) }]);
  expect(states(stages).slice(0, 4)).toEqual(['done', 'done', 'ended', 'ahead']);
});

it('shows a completed case as done to the last stage', () => {
  const all = ['met', 'negotiating', 'contracted', 'delivering', 'completed'];
  const stages = stagesOf('completed', [
    ...arrivals,
    ...all.map((to, index) => ({ to, at: day(10 + index) })),
  ]);
  expect(new Set(states(stages))).toEqual(new Set(['done']));
});
