import type {LazyPart} from '@local-widgets/core';
import type {DeskView} from './desk-owner.js';

/** Makes what a tab shows come in a file of its own. */
export type Lazily = (name: string, load: () => Promise<DeskView>) => LazyPart<DeskView>;
