import type {PushAddress, PushDevice, PushState} from './push-device.js';
import {SHOWS_TEXT, WORKER, WORKER_SCOPE as SCOPE} from './worker-address.js';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: {createScriptURL: (url: string) => string}): ScriptUrlPolicy;
}

/**
 * The notifications of this browser; nothing where it has none, and in pages that are not the desk of a
 * hub: a worker belongs to the site that it comes from.
 */
export function browserPush(): PushDevice | undefined {
  const isDesk = location.pathname.startsWith(SCOPE);
  const isAble = 'serviceWorker' in navigator && 'PushManager' in globalThis;
  return isDesk && isAble && 'Notification' in globalThis ? new BrowserPush() : undefined;
}

class BrowserPush implements PushDevice {
  async state(): Promise<PushState> {
    if (Notification.permission === 'denied') return 'denied';
    return (await subscription()) ? 'on' : 'off';
  }

  async showsText(): Promise<boolean> {
    const registration = await navigator.serviceWorker.getRegistration(SCOPE);
    const {active, waiting, installing} = registration ?? {};
    return (installing ?? waiting ?? active)?.scriptURL.endsWith(SHOWS_TEXT) ?? false;
  }

  async showText(shows: boolean): Promise<void> {
    // the same scope: the subscription stays with it
    await navigator.serviceWorker.register(workerUrl(shows), {scope: SCOPE});
  }

  async switchOn(key: string): Promise<PushAddress | undefined> {
    if ((await Notification.requestPermission()) !== 'granted') return undefined;
    await this.showText(await this.showsText());
    const {pushManager} = await navigator.serviceWorker.ready;
    const made = await pushManager.subscribe({userVisibleOnly: true, applicationServerKey: key});
    const {endpoint, keys} = made.toJSON();
    const {p256dh, auth} = keys ?? {};
    if (endpoint === undefined || p256dh === undefined || auth === undefined) return undefined;
    return {endpoint, keys: {p256dh, auth}};
  }

  async switchOff(): Promise<string | undefined> {
    const known = await subscription();
    await known?.unsubscribe();
    return known?.endpoint;
  }
}

async function subscription(): Promise<PushSubscription | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? undefined;
}

let policy: ScriptUrlPolicy | undefined;

/** A worker's address is a script's: under Trusted Types it goes through a policy, which knows these two. */
function workerUrl(showsText: boolean): string {
  const url = showsText ? WORKER + SHOWS_TEXT : WORKER;
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypesFactory};
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('local-widgets', {
    createScriptURL: wanted => {
      if (wanted === WORKER || wanted === WORKER + SHOWS_TEXT) return wanted;
      throw new TypeError('That is not the worker of the desk.');
    },
  });
  return policy.createScriptURL(url);
}
