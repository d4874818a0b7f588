/** The `feeds` part of the hub's configuration. */
export interface FeedOptions {
  /** Lets feeds be on this machine; for development and tests only. */
  allowLoopback: boolean;
  /** The key for OpenAgenda's API; without it their agendas cannot be read. Never leaves the hub. */
  openAgendaKey?: string;
  /** Of tests: where OpenAgenda's API is. */
  openAgendaUrl?: string;
}
