import type {ChatSettings} from '@local-widgets/model/schemas.js';

/** Of a shop that has set nothing: nobody can write to it from a page. */
export const DEFAULT_SETTINGS: ChatSettings = {
  isEnabled: false,
  isAway: false,
  quickQuestions: [],
  cannedAnswers: [],
  allowsImages: true,
  blockedWords: [],
  retentionDays: 60,
  notifiesByMail: true,
  mailAfterMinutes: 5,
};

/** What the row holds; members that a later version added have their defaults. */
export function readSettings(row: string | null | undefined): ChatSettings {
  return row ? {...DEFAULT_SETTINGS, ...(JSON.parse(row) as ChatSettings)} : DEFAULT_SETTINGS;
}
