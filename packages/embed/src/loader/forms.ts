import {TAGS, WIDGETS} from './widgets.js';

/**
 * Turns what stands for an element where a content system lets no element of ours pass into one:
 * `<div data-local-widget="shops-map" data-src="…">` and `<a class="local-widget"
 * href="https://hub.example/embed/shops-map?src=…">`. What stood there becomes the element's own content, shown
 * until it lives and where it cannot; its classes go on, since they are the content system's layout.
 */
export function upgradeForms(): void {
  for (const form of document.querySelectorAll<HTMLAnchorElement>(
    '[data-local-widget],a.local-widget',
  )) {
    if (form.closest(TAGS)) continue;
    const {dataset, href} = form;
    const [, hub, path, query] = /^(.*)\/embed\/([a-z-]+)(.*)/.exec(href) ?? [];
    const name = dataset['localWidget'] ?? path!;
    if (!WIDGETS.includes(name)) continue;
    const element = document.createElement(`local-${name}`);
    const set = (value: string, attribute: string): void => {
      // an attribute that only tells something: no code, no style
      if (/^(?!on|style)[a-z-]+$/.test(attribute)) element.setAttribute(attribute, value);
    };
    if (hub) set(hub, 'hub');
    new URLSearchParams(query).forEach(set);
    for (const {name, value} of form.attributes)
      if (name.startsWith('data-')) set(value, name.slice(5));
    element.className = form.className;
    form.replaceWith(element);
    element.append(form);
  }
}
