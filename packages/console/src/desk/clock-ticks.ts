import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Milliseconds; minutes that are left are shown, so a late rendering is off by this at most. */
const EVERY = 15_000;

/** Renders again and again, because minutes pass. */
export class ClockTicks implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly tick: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(this.tick, EVERY);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
