import {loadPlaces} from './load-places.js';
import type {LoadedPlaces, SourceRequest} from './source.js';
import {ViewSource} from './view-source.js';
import {withWords} from './with-words.js';

/** What a feed that is loaded by view has to tell. */
export interface ByViewListener {
  arrived(loaded: LoadedPlaces): void;
  failed(error: Error): void;
  /** Something of its state changed. */
  changed(): void;
}

/** A feed of the places in view, as an element needs it: the newest answer, and what became of the last. */
export class FeedByView {
  loaded: LoadedPlaces | undefined;
  isLoading = true;
  error: Error | undefined;

  readonly source: ViewSource;

  constructor(request: Omit<SourceRequest, 'signal'>, listener: ByViewListener) {
    this.source = new ViewSource({
      request,
      load: request => loadPlaces(request).catch(withWords),
      onPlaces: loaded => {
        this.loaded = loaded;
        listener.arrived(loaded);
      },
      onState: state => {
        this.isLoading = state.phase === 'loading';
        this.error = state.phase === 'failed' ? state.error : undefined;
        if (this.error) listener.failed(this.error);
        listener.changed();
      },
    });
  }
}
