import {formatDate, formatTime, isoDateIn} from '@local-widgets/core';
import type {ShownMessage} from '../client/room-client.js';
import type {Words} from '../locales/index.js';

/** What was said, as a text that any device can show. Times are those of the device. */
export function transcriptOf(
  messages: readonly ShownMessage[],
  name: string,
  {messages: words, language}: Words,
): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const lines = messages
    .filter(({state}) => state !== 'failed' && state !== 'pending')
    .map(({isMine, name: author, at, text, image, deletedBy}) => {
      const date = new Date(at);
      const day = formatDate(isoDateIn(date, zone), language, true);
      const who = isMine ? words.you : (author ?? name);
      const picture = image ? `[${words.image}${image.alt ? ` : ${image.alt}` : ''}]` : '';
      const said = deletedBy ? words.deleted : [picture, text].filter(Boolean).join('\n');
      return `${day}, ${formatTime(date, language, zone)} – ${who}\n${said}\n`;
    });
  return [`${words.fileTitle(name)}\n`, ...lines].join('\n');
}
