import type {FeedEnvironment} from '../feed/environment.js';
import {askGeocoder, LEAST_TEXT, wordsOf} from './ask-geocoder.js';
import type {Geocoder} from './geocoder.js';
import {BIAS_DECIMALS, roundPosition} from './position.js';

/** A parameter of an address that says where to look, with the `&` behind it. */
const BIAS = /[^?&]*=\{(?:latitude|longitude)\}&?/g;

/**
 * Any service that answers with a GeoJSON FeatureCollection, as Addok, Photon and Pelias do.
 *
 * @param template address with `{query}`, and `{latitude}`, `{longitude}` (both as values of a
 *   parameter, which is left out where no place is near) and `{limit}` where wanted
 *
 * @example templateGeocoder('https://geo.example/search?q={query}&limit={limit}', 'geo.example')
 */
export function templateGeocoder(
  template: string,
  name: string,
  environment?: FeedEnvironment,
): Geocoder {
  return {
    name,
    search: async query => {
      const words = wordsOf(query.text);
      if (words.length < LEAST_TEXT) return [];
      const near = query.near && roundPosition(query.near, BIAS_DECIMALS);
      const values: Readonly<Record<string, string | number | undefined>> = {
        query: words,
        limit: query.limit,
        ...near,
      };
      const url = (near ? template : template.replace(BIAS, '')).replace(
        /\{(query|limit|latitude|longitude)\}/g,
        (_, field: string) => encodeURIComponent(values[field] ?? ''),
      );
      return askGeocoder(url, query, environment);
    },
  };
}
