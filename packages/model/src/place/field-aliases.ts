import {normalizeText} from '../text/normalize.js';
import type {Field, FieldTarget} from './fields.js';

/**
 * What sources call our fields, best first after the name of the field itself: schema.org,
 * OpenStreetMap, and the headers of French and English spreadsheets. Compared without case, accents, spaces and punctuation, so that
 * `addr:postcode`, `Code postal` and `CODE_POSTAL` are all found.
 */
const ALIASES: Readonly<Record<Field, string>> = {
  id: 'identifiant osmid',
  name: 'nom title titre enseigne nomcommercial denomination libelle raisonsociale namefr nometablissement nomdeletablissement nomducommerce brand operator',
  latitude: 'lat y latitudewgs84 latwgs84 ylatitude',
  longitude: 'lon lng long x longitudewgs84 lonwgs84 xlongitude',
  coordinates: 'coordonnees geopoint2d geopoint coordonneesgps gps latlon latlng',
  category: 'categories categorie',
  activity: 'activities activite secteur metier type',
  categoryLabel: '',
  osm: '',
  shop: '',
  craft: '',
  amenity: '',
  tourism: '',
  naf: 'codenaf ape codeape activiteprincipale',
  description: 'descriptif presentation',
  wheelchairDescription: '',
  streetAddress: 'adresse address addrfull adressepostale',
  houseNumber: 'addrhousenumber numero',
  street: 'addrstreet rue voie addrplace',
  postalCode: 'codepostal cp zip zipcode postcode addrpostcode',
  addressLocality: 'ville commune city town addrcity nomcommune libellecommune localite',
  addressCountry: 'pays country addrcountry',
  telephone:
    'tel phone contactphone portable mobile contactmobile numerodetelephone telephonefixe telfixe',
  email: 'mail courriel contactemail adressemail adresseemail adresseelectronique',
  url: 'website siteweb site siteinternet web contactwebsite adresseweb',
  image: 'photo imageurl images photos',
  caption: 'imagecaption legende',
  openingHours:
    'horaires horaire horairesdouverture ouverture horairesouverture heuresdouverture openhours',
  collect: 'clickandcollect clickcollect retrait',
  takeaway: 'aemporter venteaemporter',
  delivery: 'livraison',
  drive: 'drivethrough',
  wheelchair: 'pmr accessible accespmr',
  labels: 'label',
  organic: 'bio',
  paymentAccepted: 'paiement moyensdepaiement payment modesdepaiement',
  products: 'produits produit',
  siret: 'reffrsiret numerosiret nsiret',
  source: '',
  sourceName: '',
  sourceUrl: '',
  dateModified: 'sourcedatemodified updatedat datemiseajour datemaj checkdate surveydate',
};

const UNKNOWN: FieldTarget = {rank: 0};

let built: Map<string, FieldTarget> | undefined;

/** Fields by folded name; built at the first use. */
function aliases(): Map<string, FieldTarget> {
  if (built) return built;
  built = new Map();
  for (const [field, names] of Object.entries(ALIASES)) {
    const all = `${field.toLowerCase()} ${names}`.trimEnd().split(' ');
    all.forEach((name, rank) => built?.set(name, {field: field as Field, rank}));
  }
  return built;
}

/** The field that a key or a column header names in any of the ways we know. */
export function targetOfKey(key: string): FieldTarget {
  const payment = /^payment:(.+)/.exec(key)?.[1]?.replace(/_/g, ' ');
  if (payment) return {rank: 0, payment};
  return aliases().get(normalizeText(key).replace(/ /g, '')) ?? UNKNOWN;
}
