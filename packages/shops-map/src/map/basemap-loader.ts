import {PRESETS, type Basemap} from './basemaps.js';

/** What is asked for, from the element's attributes. */
export interface BasemapRequest {
  /** The `tiles` and `tiles-attribution` attributes. */
  readonly tiles: string;
  readonly attribution: string;
  /** Whether a person is asked before another site than the page's own learns of the visit. */
  readonly consent?: boolean | undefined;
}

export interface BasemapOwner {
  /** The basemap to draw; undefined for the sketch. */
  setBasemap(basemap: Basemap | undefined): void;
  /** For the webmaster's console. */
  warn(message: string, error?: unknown): void;
  /** What this object says has changed. */
  redraw(): void;
}

/** From an attribute to tiles: read, agreed to by a person, opened, drawn, given up. */
export class BasemapLoader {
  /** `asking`: nothing is requested before `agree`. */
  phase: 'none' | 'asking' | 'opening' | 'drawn' | 'failed' = 'none';
  basemap: Basemap | undefined;

  private request = '';
  /** Whom the person agreed to; kept nowhere else. */
  private agreed = '';
  private opening = new AbortController();

  constructor(private readonly owner: BasemapOwner) {}

  /** Takes what the attributes say now; does nothing when that has not changed. */
  update({tiles, attribution, consent}: BasemapRequest): void {
    const request = JSON.stringify([tiles, attribution, consent]);
    if (this.request === request) return;
    this.request = request;
    this.destroy();
    this.owner.setBasemap(undefined);
    this.basemap = undefined;
    this.phase = 'none';
    const name = tiles.trim();
    const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
    if (preset) this.take(preset, consent);
    else if (name !== 'none') void this.read({tiles, attribution, consent});
  }

  /** A person pressed the button. */
  agree(): void {
    const {basemap, phase} = this;
    if (!basemap || phase !== 'asking') return;
    this.agreed = basemap.thirdParty;
    this.load(basemap);
  }

  /** The sketch takes the place of the tiles. */
  fail(reason: string, error?: unknown): void {
    this.phase = 'failed';
    this.owner.setBasemap(undefined);
    this.owner.warn(`${reason}; a sketch takes its place.`, error);
    this.owner.redraw();
  }

  /** Whether there is nothing to see below the markers but our own drawing. */
  isSketch(zoom: number): boolean {
    return this.phase !== 'drawn' || zoom < (this.basemap?.minZoom ?? 0);
  }

  destroy(): void {
    this.opening.abort();
    this.opening = new AbortController();
  }

  private async read({tiles, attribution, consent}: BasemapRequest): Promise<void> {
    const {signal} = this.opening;
    try {
      const {addressedBasemap} = await import('./own-tiles.js');
      if (signal.aborted) return;
      const {value, problem} = addressedBasemap(tiles, attribution, Object.keys(PRESETS));
      if (problem) this.owner.warn(problem);
      if (!value) return;
      this.take(value, consent);
      this.owner.redraw();
    } catch (error) {
      if (!signal.aborted) this.fail('what reads the base map could not be loaded', error);
    }
  }

  private take(basemap: Basemap, consent = false): void {
    this.basemap = basemap;
    const {thirdParty} = basemap;
    if (consent && thirdParty && thirdParty !== this.agreed) this.phase = 'asking';
    else this.load(basemap);
  }

  private load(basemap: Basemap): void {
    if (basemap.isArchive) {
      this.phase = 'opening';
      void this.open(basemap);
    } else this.draw(basemap);
  }

  private async open(basemap: Basemap): Promise<void> {
    const {signal} = this.opening;
    const {openArchive} = await import('./own-tiles.js');
    const opened = await openArchive(basemap, signal);
    if (signal.aborted) return;
    if (typeof opened === 'string') {
      this.fail(`the base map ${basemap.url} ${opened}`);
      return;
    }
    this.draw(opened);
    this.owner.redraw();
  }

  private draw(basemap: Basemap): void {
    this.phase = 'drawn';
    this.basemap = basemap;
    this.owner.setBasemap(basemap);
  }
}
