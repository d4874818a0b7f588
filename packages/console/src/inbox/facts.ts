import type {ChatMessage, RoomSummary} from '@local-widgets/model/schemas.js';
import type {Messages} from '../locales/index.js';

/** What a room is called: a public one by its town, a conversation by its visitor. */
export function nameOf({room, contact, lastMessage}: RoomSummary, messages: Messages): string {
  if (room.settings) return room.settings.name;
  const {author} = lastMessage ?? {};
  return (
    contact?.name ?? (author?.role === 'visitor' ? author.name : undefined) ?? messages.visitor
  );
}

/** Who wrote a message, for somebody of the shop. */
export function authorOf(
  {author}: ChatMessage,
  {messages, me, visitor, name}: AuthorContext,
): string {
  if (author.id === me) return messages.you;
  if (author.role === 'hub') return messages.hubAuthor;
  const told = name ?? author.name;
  return told ?? (author.role === 'shop' ? messages.shopTeam : visitor);
}

export interface AuthorContext {
  readonly messages: Messages;
  /** Author id of who looks, in this room. */
  readonly me: string | undefined;
  /** What a visitor without a name is called. */
  readonly visitor: string;
  /** The name that the author has by now. */
  readonly name?: string | undefined;
}

/** The last message in one line: `Léa : Oui, à demain`. */
export function previewOf(summary: RoomSummary, messages: Messages): string {
  const {lastMessage, room} = summary;
  if (!lastMessage) return '';
  const {text, image, author} = lastMessage;
  const photo = image && (image.alt ? messages.photoOf(image.alt) : messages.photo);
  const words = text?.replace(/\s+/g, ' ') ?? photo ?? messages.deletedMessage;
  // in a conversation, the visitor's name stands above
  if (author.role === 'visitor' && room.kind === 'conversation') return words;
  const who = authorOf(lastMessage, {messages, me: undefined, visitor: messages.visitor});
  return messages.by(who, words);
}
