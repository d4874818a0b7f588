import {Dictionary} from '@local-widgets/core';
import type {AgendaMessages} from './agenda.js';
import type {AgendaPartMessages} from './agenda-part.js';
import type {CatalogueMessages} from './catalogue.js';
import type {ChatSettingsMessages} from './chat-settings.js';
import {deskFr, type FrameMessages} from './desk.js';
import type {InboxMessages} from './inbox.js';
import type {InboxPartMessages} from './inbox-part.js';
import {ordersFr, type OrdersMessages} from './orders.js';
import type {PreparationMessages} from './preparation.js';
import type {PrintMessages} from './print.js';
import type {ShopMessages} from './shop.js';
import type {SignInMessages} from './sign-in.js';
import type {SlotsMessages} from './slots.js';

/** All sentences: those of the orders, and those that come later with the parts that use them. */
export type Messages = FrameMessages &
  OrdersMessages &
  SignInMessages &
  PreparationMessages &
  SlotsMessages &
  CatalogueMessages &
  ShopMessages &
  PrintMessages &
  InboxPartMessages &
  InboxMessages &
  ChatSettingsMessages &
  AgendaPartMessages &
  AgendaMessages;

/**
 * The desk's sentences in French and English. `deskMessages.add('de', {…})` brings another language or
 * another wording, for any of the keys of `Messages`.
 */
export const deskMessages = new Dictionary<Messages>({...deskFr, ...ordersFr}, () =>
  import('./en.js').then(({en}) => en),
);
