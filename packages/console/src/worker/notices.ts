import type {PushNotice} from '@local-widgets/model/schemas.js';
import {OPEN_MESSAGE, writeAddress} from '../desk/place-address.js';
import {SHOWS_TEXT} from '../push/worker-address.js';
import type {
  NotificationEvent,
  PushEvent,
  Subscription,
  SubscriptionChangeEvent,
  WorkerScope,
} from './worker-scope.js';

/** Where the desk is on its hub. */
const DESK = '/desk/';
/** What the hub is told of a subscription. */
const SUBSCRIPTIONS = '/v1/push-subscriptions';

/**
 * Shows that something came in, unless somebody has the desk before them: there it rings itself. Who wrote
 * and what is shown only when it was asked for, since others may see the screen.
 */
export async function showNotice(scope: WorkerScope, {data}: PushEvent): Promise<void> {
  const desks = await openDesks(scope);
  if (desks.some(({focused}) => focused)) return;
  const notice = readNotice(data?.text() ?? '');
  const isFrench = scope.navigator.language.startsWith('fr');
  const showsText = scope.location.search === SHOWS_TEXT;
  const title = isFrench ? 'Nouveau message' : 'New message';
  await scope.registration.showNotification((showsText && notice?.title) || title, {
    ...(showsText && notice?.body && {body: notice.body}),
    icon: '/icon.svg',
    // one for each conversation, however much is said in it
    tag: notice ? `${notice.shop}/${notice.room}` : 'desk',
    renotify: true,
    data: notice && writeAddress({tab: 'messages', shop: notice.shop, place: notice.room}),
  });
}

/** Brings the conversation to the screen: in a desk that is open, or in a new one. */
export async function openNotice(
  scope: WorkerScope,
  {notification}: NotificationEvent,
): Promise<void> {
  notification.close();
  const fragment = typeof notification.data === 'string' ? notification.data : '';
  const [desk] = await openDesks(scope);
  if (!desk) {
    await scope.clients.openWindow(DESK + fragment);
    return;
  }
  if (fragment) desk.postMessage({type: OPEN_MESSAGE, fragment});
  await desk.focus();
}

/** The push service gave the device another address: the hub learns it. */
export async function renew(
  scope: WorkerScope,
  {oldSubscription, newSubscription}: SubscriptionChangeEvent,
): Promise<void> {
  const {pushManager} = scope.registration;
  const made =
    newSubscription ??
    (oldSubscription ? await pushManager.subscribe(oldSubscription.options) : undefined);
  if (made) await tell(scope, 'PUT', made);
  if (oldSubscription) await tell(scope, 'DELETE', oldSubscription);
}

async function tell(
  scope: WorkerScope,
  method: 'PUT' | 'DELETE',
  subscription: Subscription,
): Promise<void> {
  const {endpoint, keys} = subscription.toJSON();
  await scope.fetch(SUBSCRIPTIONS, {
    method,
    credentials: 'same-origin',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(method === 'PUT' ? {endpoint, keys} : {endpoint}),
  });
}

async function openDesks(scope: WorkerScope) {
  const all = await scope.clients.matchAll({type: 'window', includeUncontrolled: true});
  return all.filter(({url}) => new URL(url).pathname.startsWith(DESK));
}

/** What the hub sent; nothing when it cannot be read, since something has to be shown all the same. */
export function readNotice(text: string): PushNotice | undefined {
  try {
    const {shop, room, title, body} = JSON.parse(text) as Record<string, unknown>;
    if (![shop, room, title].every(each => typeof each === 'string')) return undefined;
    return {shop, room, title, ...(typeof body === 'string' && {body})} as PushNotice;
  } catch {
    return undefined;
  }
}
