export { EditAchievementPage as default } from './achievement-form-page.tsx';
