import type {Messages} from '../locales/index.js';

/** Sentences, and the BCP 47 language that they are in. */
export interface Words {
  readonly messages: Messages;
  readonly language: string;
}
