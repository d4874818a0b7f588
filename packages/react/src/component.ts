import {createComponent} from '@lit/react';
import React from 'react';

/** A component that renders one of our elements; its ref is the element. */
export type Widget<E extends HTMLElement, P> = React.ForwardRefExoticComponent<
  P & React.RefAttributes<E>
>;

/** The properties `N` of the element `E`, with their own descriptions, and what any element takes. */
export type WidgetProps<E extends HTMLElement, N extends keyof E> = Omit<
  React.HTMLAttributes<E>,
  N
> & {[name in N]?: E[name] | undefined};

interface WidgetOptions<E extends HTMLElement> {
  readonly tagName: string;
  readonly elementClass: new () => E;
  /** Names of events by the names of the properties that listen to them. */
  readonly events: Record<string, string>;
  /** What the element's properties are when nobody sets them. */
  readonly initial: Partial<E>;
}

/**
 * The React component of an element. A property that is undefined, or that is left out in a later
 * render, is again what it is without React: elements expect a text, never `undefined`.
 */
export function component<E extends HTMLElement, P>(options: WidgetOptions<E>): Widget<E, P> {
  const {initial, ...rest} = options;
  const Inner = createComponent({...rest, react: React}) as React.ElementType;
  const Outer = React.forwardRef<E, Record<string, unknown>>((props, ref) =>
    React.createElement(Inner, {...initial, ...withoutUndefined(props), ref}),
  );
  Outer.displayName = options.elementClass.name;
  return Outer as unknown as Widget<E, P>;
}

function withoutUndefined(props: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}
