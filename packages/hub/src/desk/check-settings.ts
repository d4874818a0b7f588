import {openIntervals, zoneOf} from '@local-widgets/model';
import {ShopSettings, type PickupRules} from '@local-widgets/model/schemas.js';
import {HubProblem, type Sentence} from '../http/problem.js';
import {wrongFields} from '../http/validation.js';
import {deskWords} from './desk-words.js';
import type {DeskWords} from './locales/fr.js';
import {isCalendarDay} from './shop-day.js';

interface Wrong {
  pointer: string;
  message: Sentence;
}

export interface SettingsQuestion {
  /** The hub has an account of the shop with a provider. */
  canPayOnline: boolean;
  now: Date;
  /** Of the pointers: where the settings stand in the body. */
  prefix?: string;
}

/**
 * Whether a shop can work with the settings: their form, and what a schema cannot say.
 *
 * @throws HubProblem `invalid`, with a sentence for each field
 */
export function checkSettings(
  value: unknown,
  {canPayOnline, now, prefix = ''}: SettingsQuestion,
): ShopSettings {
  const wrong = wrongFields(ShopSettings, value);
  // the rest can only be asked of settings that have their form
  const fields =
    wrong.length > 0 ? wrong : [...wrongMeanings(value as ShopSettings, canPayOnline, now)];
  if (fields.length > 0) {
    throw new HubProblem('invalid', {
      fields: fields.map(({pointer, message}) => ({pointer: prefix + pointer, message})),
    });
  }
  return value as ShopSettings;
}

/** One field and its sentence. */
const say = (pointer: string, key: keyof DeskWords): Wrong => ({
  pointer,
  message: language => deskWords(language)[key],
});

function* wrongMeanings(
  settings: ShopSettings,
  canPayOnline: boolean,
  now: Date,
): Generator<Wrong, void> {
  if (zoneOf(settings.timeZone) === undefined) yield say('/timeZone', 'noSuchZone');
  const areHours = (hours: string) =>
    openIntervals(hours, now, new Date(now.getTime() + 1), {
      timeZone: 'Europe/Paris',
      holidays: settings.holidays,
    }) !== undefined;
  if (!areHours(settings.openingHours)) yield say('/openingHours', 'badHours');
  for (const [at, {from, to}] of settings.closures.entries()) {
    if (!isCalendarDay(from)) yield say(`/closures/${at}/from`, 'noSuchDay');
    else if (!isCalendarDay(to)) yield say(`/closures/${at}/to`, 'noSuchDay');
    else if (to < from) yield say(`/closures/${at}/to`, 'closureBackwards');
  }
  const modes = settings.pickup.map(({mode}) => mode);
  for (const [at, rules] of settings.pickup.entries()) {
    if (modes.indexOf(rules.mode) !== at) yield say(`/pickup/${at}/mode`, 'modeTwice');
    yield* wrongRules(rules, `/pickup/${at}`, areHours);
  }
  for (const [at, origin] of settings.allowedOrigins.entries()) {
    if (!isOrigin(origin)) yield say(`/allowedOrigins/${at}`, 'badOrigin');
  }
  const online = settings.payments.indexOf('online');
  if (online >= 0 && !canPayOnline) yield say(`/payments/${online}`, 'noProvider');
}

function* wrongRules(
  {mode, zones, offer}: PickupRules,
  pointer: string,
  areHours: (hours: string) => boolean,
): Generator<Wrong, void> {
  if (mode === 'delivery' && zones === undefined) yield say(`${pointer}/zones`, 'zonesNeeded');
  if (mode !== 'delivery' && zones !== undefined) yield say(`${pointer}/zones`, 'zonesElsewhere');
  if (offer.kind === 'slots') {
    if (offer.hours !== undefined && !areHours(offer.hours)) {
      yield say(`${pointer}/offer/hours`, 'badHours');
    }
    return;
  }
  for (const [at, {orderFrom, orderUntil, startsAt, endsAt}] of offer.distributions.entries()) {
    const place = `${pointer}/offer/distributions/${at}`;
    if (!(Date.parse(orderFrom) < Date.parse(orderUntil))) {
      yield say(`${place}/orderUntil`, 'distributionBackwards');
    }
    if (!(Date.parse(startsAt) < Date.parse(endsAt))) {
      yield say(`${place}/endsAt`, 'distributionBackwards');
    }
  }
}

/** `*`, or an address that is nothing but its origin. */
function isOrigin(text: string): boolean {
  if (text === '*') return true;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.origin === text && /^https?:/.test(text);
}
