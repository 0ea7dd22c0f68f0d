export { NewAchievementPage as default } from './achievement-form-page.tsx';
