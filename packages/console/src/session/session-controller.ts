import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {HubError} from '../api/hub-error.js';
import type {SessionApi} from '../api/session-api.js';
import type {Membership, Session} from '../api/types.js';

/** `failed`: whether somebody is signed in could not be asked. */
export type SessionState = 'loading' | 'signed-out' | 'signed-in' | 'failed';

/** Who is signed in, and in which shops they work. */
export class SessionController implements ReactiveController {
  state: SessionState = 'loading';
  session: Session | undefined;
  /** Every shop to choose from; for an admin of the hub, all of its shops. */
  memberships: readonly Membership[] = [];
  error: unknown;

  private question = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly api: SessionApi,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    // an answer that comes later is for nobody
    this.question++;
  }

  async load(): Promise<void> {
    const question = ++this.question;
    if (this.state !== 'signed-in') this.state = 'loading';
    this.host.requestUpdate();
    try {
      const session = await this.api.current();
      const memberships = await this.membershipsOf(session);
      if (question !== this.question) return;
      this.session = session;
      this.memberships = memberships;
      this.state = 'signed-in';
    } catch (error) {
      if (question !== this.question) return;
      const isOut = error instanceof HubError && error.status === 401;
      this.state = isOut ? 'signed-out' : 'failed';
      this.error = error;
    }
    this.host.requestUpdate();
  }

  /** The hub does not know this session any more. */
  lose(): void {
    this.state = 'signed-out';
    this.session = undefined;
    this.memberships = [];
    this.host.requestUpdate();
  }

  async signOut(): Promise<void> {
    await this.api.signOut();
    this.lose();
  }

  private async membershipsOf({memberships}: Session): Promise<readonly Membership[]> {
    const admin = memberships.find(({shop}) => shop === '*');
    if (!admin) return memberships;
    const shops = await this.api.shops();
    return shops.map(({id, name}) => ({shop: id, name, role: admin.role}));
  }
}
