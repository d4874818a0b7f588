import type {FeedEnvironment} from '../feed/environment.js';
import {siteName} from '../links/contact.js';
import {webUrl} from '../links/links.js';
import type {Geocoder} from './geocoder.js';
import {geoplateforme} from './geoplateforme.js';
import {templateGeocoder} from './template-geocoder.js';

/**
 * The geocoder that an attribute asks for, or a sentence for the webmaster: `''` and `none` give none,
 * `ign` the national one, a template with `{query}` any other, named after its host.
 */
export function geocoderOf(
  value: string,
  environment?: FeedEnvironment,
): {readonly value?: Geocoder; readonly problem?: string} {
  const text = value.trim();
  if (!text || text === 'none') return {};
  if (text === 'ign') return {value: geoplateforme(environment)};
  const page = typeof document === 'undefined' ? undefined : document.baseURI;
  const url = webUrl(text, page);
  const name = url ? siteName(url) : '{';
  if (text.includes('{query}') && !name.includes('{')) {
    return {value: templateGeocoder(text, name, environment)};
  }
  const rule = 'neither ign, none nor an http(s) address with {query} after its host';
  return {problem: `geocoder="${value}" is ${rule}.`};
}
