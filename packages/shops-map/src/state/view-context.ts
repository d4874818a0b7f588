import type {Messages} from '../locales/index.js';
import type {Glyphs} from '../symbols/group-glyphs.js';

/** What every piece of markup needs beside its data. */
export interface ViewContext {
  readonly messages: Messages;
  /** BCP 47 language that `messages` are in. */
  readonly language: string;
  /** Drawings of the categories; empty until they are loaded. */
  readonly glyphs: Glyphs;
}
