import type {FeedEnvironment} from '../feed/environment.js';
import type {Geocoder} from './geocoder.js';
import {templateGeocoder} from './template-geocoder.js';

/** https://data.geopf.fr/geocodage/openapi */
const SEARCH =
  'https://data.geopf.fr/geocodage/search?q={query}&autocomplete=1&limit={limit}' +
  '&lat={latitude}&lon={longitude}&index=address';

/**
 * The national geocoder on the Base Adresse Nationale: no key, 50 requests a second and IP address,
 * then 429 with `Retry-After`. It takes 3 to 200 characters; fewer are not sent.
 */
export function geoplateforme(environment?: FeedEnvironment): Geocoder {
  return templateGeocoder(SEARCH, 'IGN, Géoplateforme', environment);
}
