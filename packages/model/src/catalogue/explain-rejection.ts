import type {Language} from '../schemas/common.js';
import type {ProductField} from './fields.js';
import type {RejectedProduct} from './rejected.js';

/** What the fields are called, in French and in English, and how one writes them. */
const FIELDS: Readonly<Record<ProductField, readonly [fr: string, en: string, example?: string]>> =
  {
    id: ['Identifiant', 'Id', 'pain-de-campagne'],
    name: ['Nom', 'Name'],
    description: ['Description', 'Description'],
    category: ['Catégorie', 'Category'],
    price: ['Prix', 'Price', '3,20 €'],
    currency: ['Devise', 'Currency', 'EUR'],
    vatRate: ['TVA', 'VAT', '5,5 %'],
    content: ['Contenance', 'Content', '250 g'],
    unit: ['Unité', 'Unit', 'kg'],
    stock: ['Stock', 'Stock', '12'],
    maxPerOrder: ['Maximum par commande', 'Maximum per order', '4'],
    points: ['Points', 'Points', '1'],
    preparationMinutes: ['Préparation', 'Preparation', '1h30'],
    weekdays: ['Jours', 'Days', 'mardi, samedi'],
    season: ['Saison', 'Season', '15/03 - 30/09'],
    isFood: ['Alimentaire', 'Food', 'oui'],
    ingredients: ['Ingrédients', 'Ingredients'],
    allergens: ['Allergènes', 'Allergens', 'gluten, lait'],
    origin: ['Origine', 'Origin'],
    imageUrl: ['Photo', 'Photo', 'https://example.org/pain.jpg'],
    imageAlt: ['Texte de la photo', 'Photo text'],
    withdrawalException: ['Rétractation', 'Withdrawal', 'périssable'],
    isHidden: ['Masqué', 'Hidden', 'non'],
  };

type Words = Readonly<
  Record<RejectedProduct['reason'], (field: string, value: string, example?: string) => string>
>;

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    missing: field => `${field} : à remplir.`,
    'not-understood': (field, value, example) =>
      `${field} : « ${value} » n’est pas compris${example ? ` (exemple : ${example})` : ''}.`,
    'foreign-currency': (_, value) => `Les prix sont en euros, pas en « ${value} ».`,
    duplicate: (_, value) => `L’identifiant « ${value} » est déjà pris par un autre produit.`,
    'bad-row': () => 'Ligne illisible : un guillemet ou un séparateur en trop.',
    'not-a-product': () => 'Ce n’est pas un produit.',
    'too-many': () => 'Un catalogue a 5 000 produits au plus : la suite n’est pas lue.',
  },
  en: {
    missing: field => `${field}: to be filled in.`,
    'not-understood': (field, value, example) =>
      `${field}: “${value}” is not understood${example ? ` (example: ${example})` : ''}.`,
    'foreign-currency': (_, value) => `Prices are in euros, not in “${value}”.`,
    duplicate: (_, value) => `The id “${value}” belongs to another product already.`,
    'bad-row': () => 'Unreadable line: a quote or a separator too many.',
    'not-a-product': () => 'This is not a product.',
    'too-many': () => 'A catalogue has 5,000 products at most: the rest is not read.',
  },
};

/** A sentence for the merchant about what kept a product out; the line stands beside it. */
export function explainRejection(rejected: RejectedProduct, language: Language): string {
  const {field, reason, value = ''} = rejected;
  const [fr, en, example] = field ? FIELDS[field] : ['', ''];
  return WORDS[language][reason](language === 'fr' ? fr : en, value, example);
}
