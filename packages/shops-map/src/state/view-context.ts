import type {ListMessages} from '../locales/index.js';
import type {Glyphs} from '../symbols/symbol.js';

/** What every piece of markup needs beside its data; `Messages` where card and map have come. */
export interface ViewContext<M = ListMessages> {
  readonly messages: M;
  /** BCP 47 language that `messages` are in. */
  readonly language: string;
  /** Drawings of the categories; empty until they are loaded. */
  readonly glyphs: Glyphs;
}
