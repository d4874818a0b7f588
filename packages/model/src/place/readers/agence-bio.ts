import {cleanText} from '../../text/clean-text.js';
import {normalizeText} from '../../text/normalize.js';
import type {CategoryId} from '../categories.js';
import type {FeedWords} from '../feed-words-type.js';
import type {FieldValues} from '../fields.js';
import {isObject, listOf, type Json} from '../json.js';
import {quote} from '../position.js';
import {itemRows, type Unfolded} from './item-rows.js';
import type {PlaceReader} from './reader.js';

/** Those who sell to people; the number and the address of the others are not for the public. */
const SELLS_TO_PEOPLE = /vente directe|vente aux consommateurs/;

/** What a farm is by what it grows: codes of the product classification (CPF rév. 2.1), or words. */
const FARMS: readonly (readonly [RegExp, CategoryId])[] = [
  [/^01 13|legume|maraich/, 'market-gardener'],
  [/^01 2[2-5]|fruit|verger|pomme(?!s? de terre)/, 'fruit-grower'],
  [/^01 21|raisin|vigne|^11 02/, 'wine-grower'],
  [/^01 49 21|\bmiel|abeille|ruche/, 'honey'],
  [/^01 47 2|\boeuf|pondeuse/, 'eggs'],
  [/fromage/, 'cheese-maker'],
  [/^01 41|\blait/, 'dairy'],
  [/^01 4[2-6]|bovin|ovin|caprin|porc|volaille/, 'livestock'],
  [/^01 30|pepini|plants/, 'nursery'],
  [/^03 .*(?:huitre|moule|coquill)/, 'shellfish'],
];

/**
 * The directory of organic operators (Agence Bio, `opendata.agencebio.org/api/gouv/operateurs`). Only
 * those with a certificate in force; one place for each address where they work, which leaves out a
 * mere head office when another address is known. Managers' names are never read.
 */
export const agenceBioReader: PlaceReader<'agence-bio'> = {
  format: 'agence-bio',
  input: 'json',
  read: (input, {titleCase}) => {
    const items = isObject(input) ? input['items'] : undefined;
    if (!Array.isArray(items) || (items.length && !items.some(isOperator))) return undefined;
    return itemRows(items, operator => unfold(operator, titleCase));
  },
};

function isOperator(value: unknown): value is Json {
  return isObject(value) && ('numeroBio' in value || 'adressesOperateurs' in value);
}

function unfold(operator: unknown, titleCase: FeedWords['titleCase']): Unfolded {
  if (!isOperator(operator)) {
    return [{reason: 'not-a-place', detail: `not an operator: ${quote(operator)}`}];
  }
  const isEngaged = listOf(operator['certificats']).some(
    certificate => isObject(certificate) && certificate['etatCertification'] === 'ENGAGEE',
  );
  if (!isEngaged) return [];
  const values = valuesOf(operator);
  return addressesOf(operator).map(({lieu, codePostal, ville, lat, long}) => ({
    ...values,
    longitude: long,
    latitude: lat,
    streetAddress: titleCase(text(lieu)),
    postalCode: codePostal,
    addressLocality: titleCase(text(ville)),
  }));
}

/** Where the operator works. At least one: without a position it is rejected by its name. */
function addressesOf({adressesOperateurs}: Json): readonly Json[] {
  const active = listOf(adressesOperateurs).filter(
    (address): address is Json => isObject(address) && address['active'] !== false,
  );
  const placed = active.filter(({lat, long}) => lat && long);
  const worked = placed.filter(({typeAdresseOperateurs}) =>
    namesOf(typeAdresseOperateurs).some(name => /activite|vente/.test(normalizeText(name))),
  );
  if (worked.length) return worked;
  return placed.length ? placed : [active[0] ?? {}];
}

function valuesOf(operator: Json): FieldValues {
  const number = cleanText(operator['numeroBio'], 40);
  const sellsToPeople = SELLS_TO_PEOPLE.test(normalizeText(namesOf(operator['categories']).join()));
  const site = listOf(operator['siteWebs']).find(
    one => isObject(one) && one['active'] !== false && one['url'],
  );
  return {
    id: number && `bio-${number}`,
    name: operator['denominationcourante'] || operator['raisonSociale'],
    osm: categoriesOf(operator),
    telephone: sellsToPeople
      ? operator['telephoneCommerciale'] || operator['telephone']
      : undefined,
    email: sellsToPeople ? operator['email'] : undefined,
    url: isObject(site) ? site['url'] : undefined,
    labels: ['AB'],
    products: namesOf(operator['productions']),
    siret: operator['siret'],
    sourceName: 'Agence Bio',
    dateModified: operator['dateMaj'],
  };
}

/** Of those who grow something what they grow, of the others what their NAF code says. */
function categoriesOf(operator: Json): unknown[] {
  const does = normalizeText(namesOf(operator['activites']).join());
  const grows = does.includes('production');
  return [
    ...(grows ? [...farmsOf(operator), 'producers'] : [operator['codeNAF']]),
    does.includes('distribution') && 'organic',
    does.includes('restaura') && 'restaurant',
  ].filter(Boolean);
}

function farmsOf({productions}: Json): CategoryId[] {
  const lines = listOf(productions)
    .slice(0, 100)
    .map(one => (isObject(one) ? normalizeText(`${text(one['code'])} ${text(one['nom'])}`) : ''));
  return FARMS.flatMap(([words, id]) => (lines.some(line => words.test(line)) ? [id] : []));
}

/** Names of `[{nom}]` or `['…']`; both are met. */
function namesOf(list: unknown): string[] {
  return listOf(list)
    .map(one => text(isObject(one) ? one['nom'] : one))
    .filter(Boolean);
}

function text(value: unknown): string {
  return cleanText(value, 200) ?? '';
}
