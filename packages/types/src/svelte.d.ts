// Types of the tags in Svelte 5: `import type {} from '@local-widgets/types/svelte'`.
import type {HTMLAttributes} from 'svelte/elements';
import type {Elements} from './elements.js';
import type {Listeners, Settings, Tag} from './tags.js';

type TagProps<T extends Tag> = Settings<T> &
  Listeners<T, 'on'> &
  Omit<HTMLAttributes<Elements[T]>, keyof Settings<T>>;

type Tags = {[T in Tag]: TagProps<T>};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
