import {expect} from '@open-wc/testing';
import type {Widget, WidgetOrigin, WidgetsJson} from '../../dev/src/widgets/types.js';
import {openPage, until, type Page, type PageWindow} from './frame.js';
import {needBuild, SCRIPTS} from './town.js';
import {stored, watchTraces, type Traces} from './traces.js';

/** A page with one widget, and what `widgets.json` says of it. */
export interface WidgetPage extends Page {
  readonly element: HTMLElement;
  readonly widget: Widget;
  readonly attributes: Readonly<Record<string, string>>;
  readonly traces: Traces;
}

export interface WidgetPageOptions {
  readonly attributes: Readonly<Record<string, string>>;
  /** HTML inside the element. */
  readonly inside?: string;
  /** Content of the page's Content-Security-Policy; in Firefox `'self'` is nobody in a page like this. */
  readonly policy?: string;
  readonly before?: ((window: PageWindow) => void) | undefined;
}

/** What the built `widgets.json` says of a widget. */
export async function declared(name: string): Promise<Widget> {
  await needBuild();
  const response = await fetch(`${SCRIPTS}widgets.json`);
  if (!response.ok) throw new Error('widgets.json is not there: run "npm run widgets" first.');
  const {widgets} = (await response.json()) as WidgetsJson;
  const widget = widgets.find(one => one.name === name);
  if (!widget) throw new Error(`widgets.json knows no ${name}.`);
  return widget;
}

/** A page that has nothing but this widget, watched from before its scripts run. */
export async function openWidget(name: string, options: WidgetPageOptions): Promise<WidgetPage> {
  const {attributes, inside = '', policy, before} = options;
  const widget = await declared(name);
  const element = document.createElement(widget.tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy ?? '';
  const srcdoc = `<!doctype html><html lang="fr"><meta charset="utf-8">${policy ? meta.outerHTML : ''}
    <title>${name}</title><script type="module" src="${SCRIPTS}local-widgets.js"></script>
    <body>${element.outerHTML.replace('></', `>${inside}</`)}`;
  let traces: Traces | undefined;
  const page = await openPage({
    srcdoc,
    before: window => {
      before?.(window);
      traces = watchTraces(window);
    },
  });
  await until(() => page.document.querySelector(widget.tag)?.shadowRoot, 'the element is alive');
  const found = page.document.querySelector<HTMLElement>(widget.tag)!;
  return {...page, element: found, widget, attributes, traces: traces!};
}

/** What one calls an origin of `widgets.json`: `sdk`, `data`, `attribute src`, `https://…`. */
const placeOf = ({origin, from, attribute}: WidgetOrigin): string =>
  origin ?? (from === 'attribute' ? `attribute ${attribute}` : from);

/** The origins that count for the attributes of a page, by what one calls them. */
function originsFor({attributes, origins}: Widget, given: WidgetPage['attributes']) {
  const valueOf = (name: string): string | undefined => {
    const {default: value} = attributes.find(one => one.name === name)!;
    return given[name] ?? (value === null ? undefined : String(value));
  };
  const counts = ({from, attribute, values}: WidgetOrigin): boolean => {
    if (attribute === undefined) return true;
    const value = valueOf(attribute);
    if (value === undefined) return false;
    if (values) return values.includes(value);
    const {enum: known = []} = attributes.find(one => one.name === attribute)!;
    return from !== 'attribute' || !known.some(option => option.value === value);
  };
  return new Map(origins.filter(counts).map(one => [placeOf(one), one]));
}

/** Where each origin is in a test, as the beginning of addresses. */
export type Whereabouts = Readonly<Record<string, string>>;

/** The page asked nobody but whom `widgets.json` names for its attributes, and nobody too early. */
export function expectOnlyDeclared(page: WidgetPage, places: Whereabouts): void {
  const origins = originsFor(page.widget, page.attributes);
  expect([...origins.keys()].sort(), 'origins of widgets.json').to.deep.equal(
    Object.keys(places).sort(),
  );
  const strangers = asked(page).filter(url => !Object.values(places).some(at => isAt(url, at)));
  expect(strangers, 'asked, but not in widgets.json').to.deep.equal([]);
}

/** Nobody was asked yet who waits for a person by `widgets.json`. */
export function expectNothingEarly(page: WidgetPage, places: Whereabouts): void {
  const origins = originsFor(page.widget, page.attributes);
  const later = Object.keys(places).filter(place => origins.get(place)?.phase === 'action');
  const early = asked(page).filter(url => later.some(place => isAt(url, places[place]!)));
  expect(early, 'asked before a person did anything').to.deep.equal([]);
}

/** Everybody whom `widgets.json` names was asked: the declaration is not stale. */
export function expectAllAsked(page: WidgetPage, places: Whereabouts): void {
  const silent = Object.keys(places).filter(
    place => !asked(page).some(url => isAt(url, places[place]!)),
  );
  expect(silent, 'in widgets.json, but never asked').to.deep.equal([]);
}

/** What is on the device, or was, is what `widgets.json` declares, to the last key. */
export async function expectStorage({widget, traces, window}: WidgetPage): Promise<void> {
  const now = await stored(window);
  expect([now.cookies, now.databases], 'cookies and databases').to.deep.equal(['', []]);
  const seen = [...traces.written(), ...now.local.map(key => `local ${key}`)];
  const patterns = widget.storage.map(({area, key}) => [`${area} ${key}`, patternOf(area, key)]);
  const strangers = seen.filter(key => !patterns.some(([, one]) => (one as RegExp).test(key)));
  expect(strangers, 'written, but not in widgets.json').to.deep.equal([]);
  const silent = patterns.filter(([, one]) => !seen.some(key => (one as RegExp).test(key)));
  expect(
    silent.map(([key]) => key),
    'in widgets.json, but never written',
  ).to.deep.equal([]);
}

const asked = ({traces}: WidgetPage): string[] => traces.requests();

const isAt = (url: string, place: string): boolean => url.startsWith(place);

/** `{hub}` stands for anything but the marks that keys have between their parts. */
function patternOf(area: string, key: string): RegExp {
  const parts = key.split(/\{[a-z]+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${area} ${parts.join('[^|#]*')}$`);
}
