import type {CategoryId, GeoCoordinates, Place} from '@local-widgets/model';

/** The market square of a town that does not exist, and a Tuesday morning there. */
export const SQUARE: GeoCoordinates = {longitude: 0.5247, latitude: 48.4086};
export const CENTER = `${SQUARE.longitude},${SQUARE.latitude}`;
export const TUESDAY_MORNING = new Date('2026-11-24T10:30:00+01:00');

const METERS_PER_DEGREE = 111_195;

/** A position so many metres to the east and to the north of the square. */
export function at(east: number, north: number): GeoCoordinates {
  const shrink = Math.cos((SQUARE.latitude * Math.PI) / 180);
  return {
    longitude: SQUARE.longitude + east / (METERS_PER_DEGREE * shrink),
    latitude: SQUARE.latitude + north / METERS_PER_DEGREE,
  };
}

const town = {addressLocality: 'Val-Orbelle', postalCode: '61999'};

/** Open until 13 h. */
export const bakery: Place = {
  id: 'bakery',
  name: 'Boulangerie du Pont',
  geo: at(150, 0),
  categories: ['bakery'],
  telephone: '02 61 91 14 07',
  address: {...town, streetAddress: '3 Grande Rue'},
  openingHours: 'Tu-Sa 07:00-13:00,15:30-19:00; Su 07:00-13:00',
  products: ['pain', 'brioche'],
};

/** Closed until tomorrow 17 h; everything a card can show. */
export const farm: Place = {
  id: 'farm',
  name: 'Ferme des Alizés',
  geo: at(0, 3240),
  categories: ['farm', 'market-gardener'],
  categoryLabel: 'Ferme maraîchère',
  description: 'Légumes de saison, cueillis le matin.',
  telephone: '+33 2 61 91 22 33',
  email: 'bonjour@alizes.example',
  url: 'https://www.alizes.example/vente',
  image: {url: 'https://alizes.example/photo.jpg', caption: 'Le hangar de la ferme'},
  address: {streetAddress: 'Les Alizés', postalCode: '61998', addressLocality: 'Saint-Ébré'},
  openingHours: 'We,Fr 17:00-19:00; PH off',
  products: ['carottes', 'poireaux'],
  labels: ['AB'],
  paymentAccepted: ['espèces', 'chèques'],
  services: {collect: true, delivery: false, wheelchair: true},
  source: {
    name: 'Bienvenue au marché',
    url: 'https://marche.example/alizes',
    dateModified: '2026-05-01',
  },
};

/** Exceptionally closed today. */
export const cheeseMaker: Place = {
  id: 'cheese-maker',
  name: 'Chèvrerie d’Ébène',
  geo: at(-1500, 800),
  categories: ['cheese-maker'],
  telephone: '02 61 91 44 55',
  address: {addressLocality: 'Saint-Ébré'},
  openingHours: 'Mo-Sa 09:00-12:00; 2026 Nov 24 off "congés"',
  products: ['fromage de chèvre'],
};

/** Nobody knows the hours. */
export const beekeeper: Place = {
  id: 'beekeeper',
  name: 'Rucher de Maëlle',
  geo: at(600, -600),
  categories: ['honey'],
  telephone: '02 61 91 66 77',
  address: town,
};

/** Hours that are only a comment. */
export const gardener: Place = {
  id: 'gardener',
  name: 'Jardin des Œillets',
  geo: at(-900, -400),
  categories: ['market-gardener'],
  openingHours: '"sur rendez-vous"',
};

/** Open until 19 h, without a telephone. */
export const bookshop: Place = {
  id: 'bookshop',
  name: 'Librairie L’Écritoire',
  geo: at(-60, 40),
  categories: ['books'],
  address: town,
  url: 'https://ecritoire.example/',
  openingHours: 'Tu-Sa 10:00-19:00',
};

export const cafe: Place = {
  id: 'cafe',
  name: 'Café de la Halle',
  geo: at(30, 70),
  categories: ['cafe'],
  address: town,
  openingHours: '24/7',
};

/** Closed until 14 h today. */
export const pottery: Place = {
  id: 'pottery',
  name: 'Atelier Grès & Cie',
  geo: at(420, 330),
  categories: ['art-craft'],
  openingHours: 'Mo-Fr 14:00-18:00',
};

/** Two doors at one position. */
export const florist: Place = {
  id: 'florist',
  name: 'Fleurs d’Anaïs',
  geo: at(-250, 210),
  categories: ['florist'],
  openingHours: 'Tu-Su 09:00-12:30',
};

export const hairdresser: Place = {
  id: 'hairdresser',
  name: 'Salon Noëlle',
  geo: at(-250, 210),
  categories: ['hairdresser'],
  openingHours: 'Tu-Sa 09:00-18:00',
};

/** Of two categories. */
export const grocery: Place = {
  id: 'grocery',
  name: 'Épicerie Sablon',
  geo: at(200, -150),
  categories: ['grocery', 'organic'],
  telephone: '02 61 91 88 99',
  openingHours: 'PH,Mo-Su 08:00-20:00',
};

/** Far away; opens on Saturday. */
export const brewery: Place = {
  id: 'brewery',
  name: 'Brasserie du Gué',
  geo: at(9000, 8000),
  categories: ['brewery'],
  address: {addressLocality: 'Le Gué'},
  openingHours: 'Sa 10:00-18:00',
};

/** Closed for the winter. */
export const museum: Place = {
  id: 'museum',
  name: 'Musée du Sabot',
  geo: at(-3000, -2500),
  categories: ['museum'],
  openingHours: 'Mar 01-Oct 31: Tu-Su 10:00-18:00',
};

/** Hours that no program can read. */
export const market: Place = {
  id: 'market',
  name: 'Marché de producteurs',
  geo: at(80, 20),
  categories: ['market'],
  openingHours: 'le premier samedi, sauf neige',
};

/** In no order that the list would show. */
export const townPlaces: readonly Place[] = [
  farm,
  bakery,
  museum,
  cheeseMaker,
  beekeeper,
  gardener,
  bookshop,
  cafe,
  pottery,
  florist,
  hairdresser,
  grocery,
  brewery,
  market,
];

/** Few enough kinds for one row of categories. */
export const fewKinds: readonly Place[] = [bakery, bookshop, cafe, pottery, beekeeper];

const KINDS: readonly CategoryId[] = ['bakery', 'farm', 'books', 'cafe', 'florist', 'museum'];

/** So many places strewn over twenty kilometres, the same every time: `Adresse 0001`, … */
export function manyPlaces(count: number): Place[] {
  return Array.from({length: count}, (_, i) => {
    // low-discrepancy steps: even, without a grid, without chance
    const east = ((i * 0.618_034) % 1) - 0.5;
    const north = ((i * 0.754_878) % 1) - 0.5;
    return {
      id: `place-${i + 1}`,
      name: `Adresse ${String(i + 1).padStart(4, '0')}`,
      geo: at(east * 20_000, north * 20_000),
      categories: [KINDS[i % KINDS.length]!],
      openingHours: 'Mo-Sa 09:00-18:00',
    };
  });
}
