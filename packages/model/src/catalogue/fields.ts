import type {Product} from '../schemas/catalogue.js';
import {normalizeText} from '../text/normalize.js';

/** What a source may tell of a product; `Product` is made of these. */
export type ProductField =
  | Exclude<keyof Product, 'availability' | 'image'>
  | 'unit'
  | 'currency'
  | 'weekdays'
  | 'season'
  | 'imageUrl'
  | 'imageAlt';

/** Raw values of one row: nothing in it is checked yet. */
export type ProductValues = {[F in ProductField]?: unknown};

/** One row of a source as its reader hands it on. */
export interface ProductRow {
  readonly line: number;
  readonly content: ProductValues | 'bad-row' | 'not-a-product';
}

/**
 * What headers call the fields, best first after the name of the field itself; folded, without
 * spaces. A price without taxes (`Prix HT`) is none: nobody may order at it.
 */
export const ALIASES: Readonly<Record<ProductField, string>> = {
  id: 'identifiant sku reference ref codearticle codeproduit code',
  name: 'nom produit designation libelle article intitule titre title product nomduproduit nomproduit',
  description: 'descriptif presentation detail details',
  category: 'categorie rayon famille categories',
  price:
    'prixttc prix prixdeventettc prixdevente prixunitairettc prixunitaire prixttcen prixttceur prixttceuros prixeneuros prixeuros tarif tarifttc pvttc',
  currency: 'devise monnaie pricecurrency',
  vatRate: 'tva tauxtva tauxdetva vat vatpercent',
  content: 'contenance poidsnet poids contenu conditionnement volume netweight weight',
  unit: 'unite unitedemesure unitedevente mesure',
  stock: 'quantiteenstock enstock stockdisponible disponible inventory',
  maxPerOrder:
    'maximumparcommande maximumperorder maxparcommande quantitemaximum quantitemax maximum',
  points: 'charge',
  preparationMinutes:
    'preparation preparationmin tempsdepreparation delaidepreparation delai leadtime',
  weekdays: 'jours joursdisponibles joursdevente joursderetrait jour disponibilite days',
  season: 'saison periode saisonnalite',
  isFood: 'alimentaire food denree',
  ingredients: 'ingredient composition',
  allergens: 'allergenes allergene allergen',
  origin: 'origine provenance countryoforigin paysdorigine',
  imageUrl: 'photo image urlimage urlphoto imageurl photos images',
  imageAlt: 'textedelaphoto phototext textealternatif alt legende',
  withdrawalException: 'retractation withdrawal exceptionderetractation droitderetractation',
  isHidden: 'masque cache hidden',
};

let built: Map<string, {field: ProductField; rank: number}> | undefined;

/** The field that a header or key names, and how well: 0 is best. Undefined when we know none. */
export function fieldOfHeader(header: string) {
  if (!built) {
    built = new Map();
    for (const [field, names] of Object.entries(ALIASES)) {
      const all = [field.toLowerCase(), ...names.split(' ')];
      for (const [rank, name] of all.entries()) {
        built.set(name, {field: field as ProductField, rank});
      }
    }
  }
  return built.get(normalizeText(header.slice(0, 100)).replace(/ /g, ''));
}
