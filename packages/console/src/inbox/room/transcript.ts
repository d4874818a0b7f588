import {formatTime, isoDateIn} from '@local-widgets/core';
import type {RoomLog} from '@local-widgets/model';
import type {RoomSummary} from '@local-widgets/model/schemas.js';
import {fullDay} from '../../format/days.js';
import type {Words} from '../../state/desk-owner.js';
import {authorOf, nameOf} from '../facts.js';

/** One message on paper. */
export interface TranscriptLine {
  readonly time: string;
  readonly author: string;
  readonly text: string;
}

/** What was said in a room, day by day. */
export interface Transcript {
  readonly title: string;
  readonly days: readonly {readonly day: string; readonly lines: readonly TranscriptLine[]}[];
}

/** All that is loaded of a room, in words. */
export function transcriptOf(
  log: RoomLog,
  summary: RoomSummary,
  {messages, language}: Words,
  timeZone: string,
): Transcript {
  const name = nameOf(summary, messages);
  const days: {day: string; lines: TranscriptLine[]}[] = [];
  for (const {message, at, deletedBy, isHeld} of log.messages) {
    const day = fullDay(isoDateIn(new Date(at), timeZone), language);
    if (days.at(-1)?.day !== day) days.push({day, lines: []});
    const {text, image} = message;
    const photo = image && (image.alt ? messages.photoOf(image.alt) : messages.photo);
    const said = deletedBy
      ? messages.deletedBy[deletedBy]
      : [photo, text].filter(Boolean).join('\n');
    const author = authorOf(message, {
      messages,
      me: undefined,
      visitor: summary.room.kind === 'public' ? messages.visitor : name,
      name: log.nameOf(message.author),
    });
    days.at(-1)!.lines.push({
      time: formatTime(new Date(at), language, timeZone),
      author,
      text: isHeld && !deletedBy ? `${said} (${messages.held})` : said,
    });
  }
  return {title: messages.transcriptOf(name), days};
}

/** The same as plain text. */
export function writeTranscript({title, days}: Transcript): string {
  const parts = days.map(
    ({day, lines}) =>
      `${day}\n\n${lines.map(({time, author, text}) => `${time} ${author}\n${text}\n`).join('\n')}`,
  );
  return `${title}\n\n${parts.join('\n')}`;
}
