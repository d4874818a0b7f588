import type {FeedOptions} from './feeds/options.js';

/** The `events` part of the hub's configuration. */
export interface EventsConfig {
  limits: EventLimits;
  feeds: FeedOptions;
}

export interface EventLimits {
  /** Registrations for dates, a minute and address. */
  registrationsPerMinute: number;
  /** Events proposed without an account, an hour and address. */
  proposalsPerHour: number;
}

/** What the file leaves out. */
export function completeEvents({limits = {}, feeds = {}}: EventsFile = {}): EventsConfig {
  return {
    limits: {registrationsPerMinute: 10, proposalsPerHour: 10, ...limits},
    feeds: {allowLoopback: false, ...feeds},
  };
}

/** As the configuration file has it. */
interface EventsFile {
  limits?: Partial<EventLimits>;
  feeds?: Partial<FeedOptions>;
}
