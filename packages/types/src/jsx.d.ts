// Types of the tags in JSX without wrappers, for React 19: `import type {} from '@local-widgets/types/jsx'`.
import type React from 'react';
import type {Elements} from './elements.js';
import type {Listeners, Settings, Tag} from './tags.js';

type TagProps<T extends Tag> = Settings<T> &
  Listeners<T, 'on'> &
  Omit<React.DetailedHTMLProps<React.HTMLAttributes<Elements[T]>, Elements[T]>, keyof Settings<T>>;

type Tags = {[T in Tag]: TagProps<T>};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
