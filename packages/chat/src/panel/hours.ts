import type {ChatProfile} from '@local-widgets/model/schemas.js';
import type {ChatHost} from '../chat-part.js';
import {waitAfter} from '../client/backoff.js';
import {chatError} from '../client/chat-error.js';
import {hubTransport} from '../client/transport.js';

/** Milliseconds: the longest and the shortest time until hours are asked for anew. */
const LONGEST = 3_600_000;
const SHORTEST = 1000;

/** What a hub tells of a shop before anybody writes, kept true while somebody looks at it. */
export class Hours {
  profile: ChatProfile | undefined;
  /** `none`: the hub knows no such shop; `unreachable`: it does not answer, and is asked again. */
  trouble: 'none' | 'unreachable' | undefined;

  private asking: Promise<boolean> | undefined;

  constructor(
    private readonly host: ChatHost,
    private readonly hub: string,
    private readonly shop: string,
  ) {}

  /** Until the signal is aborted: asks until there is an answer, and when the hours change it. */
  async follow(signal: AbortSignal): Promise<void> {
    const {sleep, chance} = this.host.environment;
    for (let failures = 0, late = 0; !signal.aborted && this.trouble !== 'none';) {
      failures = (await this.ask()) ? 0 : failures + 1;
      const change = Date.parse(this.profile?.until ?? '') - this.host.clock.now().getTime();
      // a change that is over here and not at the hub: this device's clock is ahead, by minutes or by years
      late = change <= 0 ? late + 1 : 0;
      const wait = late ? SHORTEST * 4 ** late : change || LONGEST;
      await sleep(
        Math.max(SHORTEST, failures ? waitAfter(failures, chance) : Math.min(LONGEST, wait)),
        signal,
      );
    }
  }

  /** Whether there was an answer. */
  ask(): Promise<boolean> {
    return (this.asking ??= this.load().finally(() => {
      this.asking = undefined;
    }));
  }

  private async load(): Promise<boolean> {
    try {
      const hub = hubTransport(this.hub, this.host.environment);
      this.profile = (await hub.ask({path: `shops/${this.shop}/chat`})) as ChatProfile;
      this.trouble = undefined;
    } catch (error) {
      this.trouble = chatError(error).mayPass ? 'unreachable' : 'none';
    }
    this.host.requestUpdate();
    return !this.trouble;
  }
}
