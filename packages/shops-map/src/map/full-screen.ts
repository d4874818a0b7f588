/** The map's frame over the whole screen, where browser and page allow it. */
export class FullScreen {
  readonly isPossible: boolean;
  private readonly listening = new AbortController();

  constructor(
    private readonly frame: HTMLElement | null,
    changed: () => void,
  ) {
    this.isPossible = document.fullscreenEnabled && frame !== null;
    // also when it was Escape
    frame?.addEventListener('fullscreenchange', changed, {signal: this.listening.signal});
  }

  get isOn(): boolean {
    return Boolean(this.frame?.matches(':fullscreen'));
  }

  toggle(): void {
    if (this.isOn) this.leave();
    // refused without a press of a person, or while another element has the screen: nothing is lost
    else this.frame?.requestFullscreen().catch(() => undefined);
  }

  leave(): void {
    if (this.isOn) document.exitFullscreen().catch(() => undefined);
  }

  destroy(): void {
    this.leave();
    this.listening.abort();
  }
}
