import type {Language, VisitorContact} from '@local-widgets/model/schemas.js';
import type {RoomRow} from '../chat/rooms/room-row.js';
import {BRIDGE_WORDS} from './locales/bridge-words.js';

/** How the visitor of a conversation is called and reached, as far as they told. */
export function contactOf({contact}: Pick<RoomRow, 'contact'>): VisitorContact {
  return contact === null ? {} : (JSON.parse(contact) as VisitorContact);
}

/** The visitor's name, or a word for somebody without one. */
export function visitorName({name}: VisitorContact, language: Language): string {
  return name ?? BRIDGE_WORDS[language].visitor;
}
