import type {LocalElement} from '@local-widgets/core';
import type {ReactiveController} from 'lit';

const MINUTE = 60_000;

/** The present minute, and a new rendering when it has passed: what is over goes while one looks. */
export class MinuteController implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: LocalElement) {
    host.addController(this);
  }

  /** The start of the present minute, in milliseconds since 1970. */
  get now(): number {
    const now = this.host.clock.now().getTime();
    return now - (now % MINUTE);
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
