import type {ShopProfile} from '@local-widgets/model/schemas.js';
import type {HubClient} from './hub-client.js';
import type {Session} from './types.js';

/** Who is signed in, and how one signs in. All of it throws `HubError`. */
export class SessionApi {
  constructor(private readonly hub: HubClient) {}

  /** `unauthorized` when nobody is. */
  current(): Promise<Session> {
    return this.hub.ask('/api/session');
  }

  /** Asks for a link by e-mail. The hub never tells whether it knows the address. */
  sendLink(email: string): Promise<void> {
    return this.hub.ask('/api/session/link', {method: 'POST', body: {email}});
  }

  signOut(): Promise<void> {
    return this.hub.ask('/api/session', {method: 'DELETE'});
  }

  /** Shops of the hub, for whoever administers it. */
  shops(): Promise<readonly Pick<ShopProfile, 'id' | 'name'>[]> {
    return this.hub.ask('/api/shops');
  }

  /** One step of the ceremony of WebAuthn; what goes and comes is the library's own JSON. */
  passkeyStep<T>(step: PasskeyStep, body: unknown = {}): Promise<T> {
    return this.hub.ask(PASSKEY_PATHS[step], {method: 'POST', body});
  }
}

const PASSKEY_PATHS = {
  'registration-options': '/api/passkeys/registration-options',
  register: '/api/passkeys',
  'authentication-options': '/api/passkeys/authentication-options',
  authenticate: '/api/session/passkey',
} as const;

export type PasskeyStep = keyof typeof PASSKEY_PATHS;
