export { setWithSource, type DaysSetting } from './server/change-settings.ts';
