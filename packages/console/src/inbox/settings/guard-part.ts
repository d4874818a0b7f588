import type {ChatSettings} from '@local-widgets/model/schemas.js';
import {SettingsPart, type SettingsOwner} from '../../shop/settings-part.js';
import {textArea} from '../../templates/fields.js';
import {textOf} from '../../templates/form.js';

/** Words that nobody may write without somebody having looked. */
export function guardPart(owner: SettingsOwner<ChatSettings>): SettingsPart<ChatSettings> {
  return new SettingsPart(owner, {
    name: 'guard',
    title: messages => messages.guardTitle,
    fields: ({blockedWords}, errors, {messages}) =>
      textArea(
        {
          name: 'blockedWords',
          label: messages.blockedWords,
          hint: messages.blockedWordsHint,
          value: blockedWords.join('\n'),
          error: errors['blockedWords'],
        },
        6,
      ),
    read: (form, settings) => {
      const words = textOf(form, 'blockedWords')
        .split('\n')
        .map(word => word.trim())
        .filter(Boolean);
      return {change: {...settings, blockedWords: [...new Set(words)]}};
    },
  });
}
