import type {PushAddress, PushDevice, PushState} from './push-device.js';

/** The hub serves the worker with the console's files, and lets it have the desk's page. */
const WORKER = '/assets/console/desk-worker.js';
const SCOPE = '/desk/';

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

  async switchOn(key: string): Promise<PushAddress | undefined> {
    if ((await Notification.requestPermission()) !== 'granted') return undefined;
    await navigator.serviceWorker.register(workerUrl(), {scope: SCOPE});
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

/** A worker's address is a script's: under Trusted Types it goes through a policy, which knows this one. */
function workerUrl(): string {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypesFactory};
  if (!trustedTypes) return WORKER;
  policy ??= trustedTypes.createPolicy('local-widgets', {
    createScriptURL: url => {
      if (url !== WORKER) throw new TypeError('That is not the worker of the desk.');
      return url;
    },
  });
  return policy.createScriptURL(WORKER);
}
