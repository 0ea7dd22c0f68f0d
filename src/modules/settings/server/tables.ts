import type { Json } from '../../../platform/commands/tables.ts';

export type SettingsTables = {
  settingChanges: {
    id: string;
    key: string;
    value: Json<unknown>;
    source: string;
    at: Date;
    changedBy: string;
    changedByName: string;
  };
};
