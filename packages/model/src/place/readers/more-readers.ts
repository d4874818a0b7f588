import {agenceBioReader} from './agence-bio.js';
import {gogocartoReader} from './gogocarto.js';
import {jsonLdReader} from './json-ld.js';
import {osmReader} from './osm.js';
import {rechercheEntreprisesReader} from './recherche-entreprises.js';

/** What a page loads when its feed is neither GeoJSON nor CSV; in the order of detection. */
export const moreReaders = [
  osmReader,
  agenceBioReader,
  rechercheEntreprisesReader,
  gogocartoReader,
  jsonLdReader,
] as const;
