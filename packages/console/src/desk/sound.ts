import type {DeskEnvironment} from '../environment.js';

/** The one thing that is kept on the device: that somebody wants to hear orders come in. */
const KEY = 'local-orders-desk:sound';

/** Hertz and seconds of the two notes. */
const NOTES = [
  [660, 0, 0.18],
  [880, 0.2, 0.32],
] as const;

/** Two notes for a new order; only once a person has switched them on. */
export class Sound {
  isOn: boolean;

  private context: AudioContext | undefined;

  constructor(
    private readonly environment: () => DeskEnvironment,
    /** Whether it can be heard has changed. */
    private readonly changed: () => void,
  ) {
    this.isOn = this.kept() === 'on';
  }

  /** Browsers let a page make no sound before somebody has touched it. */
  get isBlocked(): boolean {
    return this.isOn && this.context?.state !== 'running';
  }

  /** A person switches it, and hears it at once. One that only waited for a touch is let loose by it. */
  async toggle(): Promise<void> {
    if (this.isBlocked) {
      await this.release();
      return;
    }
    this.switchTo(!this.isOn);
    await this.unlock();
    this.play();
  }

  /** Call it from a person's action, so that the browser agrees. */
  async unlock(): Promise<void> {
    if (!this.isOn || this.context?.state === 'running') return;
    this.context ??= this.environment().audio();
    await this.context?.resume().catch(() => undefined);
    this.changed();
  }

  play(): void {
    const {context} = this;
    if (!this.isOn || context?.state !== 'running') return;
    for (const [frequency, from, length] of NOTES) {
      const at = context.currentTime + from;
      const volume = context.createGain();
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.4, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
      const tone = context.createOscillator();
      tone.frequency.value = frequency;
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + length);
    }
  }

  close(): void {
    void this.context?.close().catch(() => undefined);
    this.context = undefined;
  }

  /** Still blocked although somebody asked for it: then off, rather than on and never heard. */
  private async release(): Promise<void> {
    await this.unlock();
    if (this.isBlocked) this.switchTo(false);
    this.play();
  }

  private switchTo(isOn: boolean): void {
    this.isOn = isOn;
    this.keep();
    this.changed();
  }

  private kept(): string | null | undefined {
    try {
      return this.environment().storage()?.getItem(KEY);
    } catch {
      return undefined;
    }
  }

  private keep(): void {
    try {
      const storage = this.environment().storage();
      if (this.isOn) storage?.setItem(KEY, 'on');
      else storage?.removeItem(KEY);
    } catch {
      // a full or forbidden storage: the setting holds for this visit
    }
  }
}
