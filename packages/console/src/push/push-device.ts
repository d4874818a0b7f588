/**
 * `unable`: this browser shows no notifications of a page like this one; `denied`: the person said no,
 * which only the browser's own settings undo.
 */
export type PushState = 'unable' | 'denied' | 'off' | 'on';

/** Where a push service reaches this browser, as the Push API tells it (RFC 8030, RFC 8291). */
export interface PushAddress {
  readonly endpoint: string;
  /** base64url */
  readonly keys: {readonly p256dh: string; readonly auth: string};
}

/** The notifications of this device. */
export interface PushDevice {
  state(): Promise<PushState>;
  /** Whether they show who wrote and what. */
  showsText(): Promise<boolean>;
  /**
   * Asks the person, then the browser's push service.
   *
   * @param key base64url of the hub's public key (RFC 8292)
   * @returns nothing when the person says no
   * @throws when the push service does not answer
   */
  switchOn(key: string): Promise<PushAddress | undefined>;
  /** Has them show who wrote and what, or not; for when they are on. */
  showText(shows: boolean): Promise<void>;
  /** The endpoint that is told nothing any more; nothing when there was none. */
  switchOff(): Promise<string | undefined>;
}
