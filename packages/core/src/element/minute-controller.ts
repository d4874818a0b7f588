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
    const start = Math.floor(this.host.clock.now().getTime() / MINUTE) * MINUTE;
    if (start !== this.minute.getTime()) this.minute = new Date(start);
    return this.minute;
  }

  hostConnected(): void {
    this.wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  private wait(): void {
    const left = MINUTE - (this.host.clock.now().getTime() % MINUTE);
    this.timer = setTimeout(() => {
      this.host.requestUpdate();
      this.wait();
    }, left);
  }
}
