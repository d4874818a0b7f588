import type {
  ChatEvent,
  ChatMessage,
  ChatSettings,
  RoomSettings,
  RoomSummary,
} from '@local-widgets/model/schemas.js';
import {after} from './town.js';

let count = 0;

/** A UUID that no other call gives. */
export function uuid(): string {
  return `019bb000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
}

export const chatSettings: ChatSettings = {
  isEnabled: true,
  isAway: false,
  awayText: 'De retour demain matin.',
  greeting: 'Bonjour ! Que peut-on pour vous ?',
  quickQuestions: [
    {question: 'Êtes-vous ouverts dimanche ?', answer: 'Oui, de 7 h 30 à 12 h 30.'},
    {question: 'Peut-on réserver une bûche ?'},
  ],
  cannedAnswers: [
    {name: 'Horaires', text: 'Nous sommes ouverts du mardi au dimanche.'},
    {name: 'Allergènes', text: 'La liste des allergènes est affichée en boutique.'},
    {name: 'Merci', text: 'Merci et à bientôt !'},
  ],
  allowsImages: true,
  blockedWords: ['casino'],
  retentionDays: 60,
  notifiesByMail: true,
  mailAfterMinutes: 10,
};

export const hallesSettings: RoomSettings = {
  name: 'Salon des Halles',
  description: 'Entre voisins, autour du marché.',
  isOpen: true,
  rules: 'Restez courtois. Pas de publicité.',
  rulesVersion: '2026-09-01',
  slowSeconds: 10,
  isPremoderated: true,
  retentionDays: 30,
};

export interface SaidWish {
  readonly id?: string;
  /** `visitor` unless told. */
  readonly by?: 'visitor' | 'shop' | 'hub';
  readonly authorId?: string;
  readonly name?: string;
  readonly more?: Partial<ChatMessage>;
}

/** Something that somebody wrote. */
export function said(
  text: string,
  {id, by = 'visitor', authorId, name, more}: SaidWish = {},
): ChatMessage {
  return {
    id: id ?? uuid(),
    author: {id: authorId ?? by, role: by, ...(name !== undefined && {name})},
    ...(text && {text}),
    via: by === 'shop' ? 'desk' : 'page',
    ...more,
  };
}

/** A room's log: messages and other events as they are given, numbered from 1, a minute between them. */
export function logOf(
  parts: readonly (ChatMessage | Omit<ChatEvent, 'seq' | 'at'>)[],
  startsAt = -parts.length - 1,
): ChatEvent[] {
  return parts.map((part, at) => {
    const event = 'kind' in part ? part : {kind: 'message', message: part};
    return {seq: at + 1, at: after(startsAt + at), ...event} as ChatEvent;
  });
}

export interface RoomWish {
  readonly id?: string;
  readonly name?: string;
  readonly unread?: number;
  /** Minutes from `NOW` to its last message. */
  readonly lastIn?: number;
  readonly lastMessage?: ChatMessage;
  readonly lastSeq?: number;
  readonly more?: Partial<RoomSummary>;
}

/** A conversation as the desk lists it. */
export function summaryOf({
  id = uuid(),
  name,
  unread = 0,
  lastIn = -5,
  lastMessage,
  lastSeq = 1,
  more,
}: RoomWish = {}): RoomSummary {
  return {
    room: {
      id,
      kind: 'conversation',
      shop: 'fournil',
      state: 'open',
      lastSeq,
      isWritable: true,
    },
    ...(name !== undefined && {contact: {name}}),
    language: 'fr',
    isBlocked: false,
    unread,
    toModerate: 0,
    ...(lastMessage && {lastMessage}),
    lastAt: after(lastIn),
    createdAt: after(lastIn - 60),
    ...more,
  };
}
