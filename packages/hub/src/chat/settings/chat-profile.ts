import type {ChatProfile} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {pushKey} from '../push/push-routes.js';
import {usualAnswerTime} from '../hours/answer-time.js';
import {answeringHours} from '../hours/open-hours.js';
import {requireShopChat} from './settings-store.js';

/** What any page may know of a shop's chat before anybody writes. @throws HubProblem `not-found` */
export async function chatProfile(
  {db, clock, chance, chat: shared}: Pick<HubContext, 'db' | 'clock' | 'chance' | 'chat'>,
  shopId: string,
): Promise<ChatProfile> {
  const now = clock.now();
  const {shop, chat} = await requireShopChat(db, shopId);
  const {name, telephone, email, timeZone, legal} = shop.settings;
  const {isOpen, until} = answeringHours(chat, shop.settings, now);
  const {isEnabled, isAway, awayText, greeting, quickQuestions, allowsImages, retentionDays} = chat;
  const answersWithinMinutes = await usualAnswerTime(db, shopId, now);
  const privacyUrl = chat.privacyUrl ?? legal?.privacyUrl;
  return {
    shop: shopId,
    name,
    ...(telephone !== undefined && {telephone}),
    ...(email !== undefined && {email}),
    timeZone,
    isEnabled,
    isOpen: isOpen && !isAway,
    // who is away comes back when they say so, not by the clock
    ...(until && !isAway && {until: until.toISOString()}),
    isAway,
    ...(isAway && awayText !== undefined && {awayText}),
    ...(answersWithinMinutes !== undefined && {answersWithinMinutes}),
    ...(greeting !== undefined && {greeting}),
    quickQuestions,
    allowsImages,
    retentionDays,
    ...(privacyUrl !== undefined && {privacyUrl}),
    pushKey: await pushKey({chat: shared, chance}),
  };
}
