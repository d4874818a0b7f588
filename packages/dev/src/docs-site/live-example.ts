import {divForm, elementForm} from '../configurator/embed-forms.js';
import {DEFAULTS, type Settings} from '../configurator/settings.js';
import type {Widget, WidgetsJson} from '../widgets/types.js';
import {EXAMPLES} from './examples.js';
import {Html} from './html.js';
import {relativeTo} from './links.js';
import type {Language} from './page.js';

/** The attributes of the example, with the data where `folder` has them. */
export function exampleSettings(name: string, folder = ''): Settings {
  const {src, ...values} = EXAMPLES[name] ?? {};
  return {...DEFAULTS, widget: name, values: {...(src && {src: folder + src}), ...values}};
}

/** The element itself, on a page of the site. */
export function liveExample(widget: Widget, page: string, lang: Language): Html {
  const settings = exampleSettings(widget.name, relativeTo(page, 'examples/data/x').slice(0, -1));
  return new Html(elementForm(widget, settings, lang));
}

/** What a webmaster would write for it, in two ways. */
export function exampleCode(
  widget: Widget,
  {forms}: WidgetsJson,
  lang: Language,
): [string, string] {
  const settings = exampleSettings(widget.name);
  return [elementForm(widget, settings, lang), divForm(widget, settings, lang, forms)];
}
