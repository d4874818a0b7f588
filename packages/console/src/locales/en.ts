import {agendaEn} from './english/agenda.js';
import {agendaPartEn} from './english/agenda-part.js';
import {catalogueEn} from './english/catalogue.js';
import {chatSettingsEn} from './english/chat-settings.js';
import {deskEn} from './english/desk.js';
import {inboxEn} from './english/inbox.js';
import {inboxPartEn} from './english/inbox-part.js';
import {ordersEn} from './english/orders.js';
import {preparationEn} from './english/preparation.js';
import {printEn} from './english/print.js';
import {shopEn} from './english/shop.js';
import {signInEn} from './english/sign-in.js';
import {slotsEn} from './english/slots.js';
import type {Messages} from './index.js';

/** All English sentences in one file, which only English pages load. */
export const en: Messages = {
  ...deskEn,
  ...ordersEn,
  ...signInEn,
  ...preparationEn,
  ...slotsEn,
  ...catalogueEn,
  ...shopEn,
  ...printEn,
  ...inboxPartEn,
  ...inboxEn,
  ...chatSettingsEn,
  ...agendaPartEn,
  ...agendaEn,
};
