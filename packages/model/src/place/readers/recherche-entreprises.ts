import {cleanText} from '../../text/clean-text.js';
import type {FeedWords} from '../feed-words-type.js';
import type {FieldValues} from '../fields.js';
import {isObject, listOf, type Json} from '../json.js';
import {quote} from '../position.js';
import {itemRows, type Unfolded} from './item-rows.js';
import type {PlaceReader} from './reader.js';

/**
 * The register of French companies (API Recherche d'entreprises, `/search` and `/near_point`): each
 * establishment that matched, else the seat, when it is open and its data may be shown. The people
 * who run it are in the answer too: nothing of them is read.
 */
export const rechercheEntreprisesReader: PlaceReader<'recherche-entreprises'> = {
  format: 'recherche-entreprises',
  input: 'json',
  read: (input, {titleCase}) => {
    const {results, total_results: total} = isObject(input) ? input : ({} as Json);
    if (!Array.isArray(results)) return undefined;
    const isOurs = results.length ? results.some(isUnit) : total !== undefined;
    return isOurs ? itemRows(results, unit => unfold(unit, titleCase)) : undefined;
  },
};

function isUnit(value: unknown): value is Json {
  return isObject(value) && ('siege' in value || 'matching_etablissements' in value);
}

function unfold(unit: unknown, titleCase: FeedWords['titleCase']): Unfolded {
  if (!isUnit(unit)) return [{reason: 'not-a-place', detail: `not a company: ${quote(unit)}`}];
  const matching = listOf(unit['matching_etablissements']);
  return (matching.length ? matching : [unit['siege']])
    .filter(isObject)
    .filter(isShown)
    .map(establishment => valuesOf(establishment, unit, titleCase));
}

function isShown({
  etat_administratif: state,
  statut_diffusion_etablissement: shown,
}: Json): boolean {
  return state === 'A' && (shown === undefined || shown === null || shown === 'O');
}

function valuesOf(place: Json, unit: Json, titleCase: FeedWords['titleCase']): FieldValues {
  const {siret} = place;
  return {
    id: siret,
    siret,
    name: listOf(place['liste_enseignes'])[0] || place['nom_commercial'] || nameOf(unit),
    longitude: place['longitude'],
    latitude: place['latitude'],
    naf: place['activite_principale'] || unit['activite_principale'],
    streetAddress: titleCase(streetOf(place)),
    postalCode: place['code_postal'],
    addressLocality: titleCase(text(place['libelle_commune'])),
    organic: listOf(place['liste_id_bio']).length > 0,
    sourceName: 'Annuaire des entreprises',
    sourceUrl: `https://annuaire-entreprises.data.gouv.fr/etablissement/${text(siret)}`,
    dateModified: unit['date_mise_a_jour'],
  };
}

/** `nom_complet` repeats the sign or the acronym in parentheses. */
function nameOf({nom_complet: full, nom_raison_sociale: legal}: Json): unknown {
  return text(full).replace(/(?: \([^()]*\))+$/, '') || legal;
}

/** House number and street; `adresse` has the postal code and the town behind them. */
function streetOf(place: Json): string {
  const parts = ['numero_voie', 'indice_repetition', 'type_voie', 'libelle_voie'];
  if (place['libelle_voie']) {
    return parts
      .map(part => text(place[part]))
      .filter(Boolean)
      .join(' ');
  }
  const code = text(place['code_postal']);
  const address = text(place['adresse']);
  const end = code ? address.lastIndexOf(code) : -1;
  return (end < 0 ? address : address.slice(0, end)).trim();
}

function text(value: unknown): string {
  return cleanText(value, 200) ?? '';
}
