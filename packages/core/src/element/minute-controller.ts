import type {LocalElement} from './local-element.js';
import type {ReactiveController} from 'lit';

const MINUTE = 60_000;

/** The present minute, and a new rendering when it has passed: shops close and events end while one looks. */
export class MinuteController implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private minute = new Date(0);

  constructor(private readonly host: LocalElement) {
    host.addController(this);
  }

  /** The start of the present minute, the same object until it is over. */
  get now(): Date {
    const start = Math.floor(Number(this.host.clock.now()) / MINUTE) * MINUTE;
    if (start !== Number(this.minute)) this.minute = new Date(start);
    return this.minute;
  }

  hostConnected(): void {
    this.timer = setTimeout(
      () => {
        this.host.requestUpdate();
        this.hostConnected();
      },
      MINUTE - (Number(this.host.clock.now()) % MINUTE),
    );
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }
}
