export { useStepDays } from './use-step-days.ts';
