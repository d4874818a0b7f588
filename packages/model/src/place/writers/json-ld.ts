import {groupOf, type CategoryId} from '../categories.js';
import type {Place} from '../place.js';
import {schemaHours} from './schema-hours.js';

export interface JsonLdOptions {
  /** Address of the page that shows the list; ids are `#…` of it. */
  readonly pageUrl?: string | undefined;
}

/** A value for JSON.stringify or `jsonForScript`. */
export type JsonLd = Readonly<Record<string, unknown>>;

/** schema.org types below LocalBusiness; a category without one has that of its group. */
const TYPES: Partial<Record<CategoryId, string>> = {
  eat: 'FoodEstablishment',
  shops: 'Store',
  'wine-grower': 'Winery',
  brewery: 'Brewery',
  spirits: 'Distillery',
  nursery: 'GardenStore',
  bakery: 'Bakery',
  pastry: 'Bakery',
  butcher: 'Store',
  'cheese-shop': 'Store',
  fishmonger: 'Store',
  greengrocer: 'GroceryStore',
  grocery: 'GroceryStore',
  supermarket: 'GroceryStore',
  deli: 'Store',
  chocolate: 'Store',
  'ice-cream': 'IceCreamShop',
  'wine-shop': 'LiquorStore',
  organic: 'GroceryStore',
  restaurant: 'Restaurant',
  'fast-food': 'FastFoodRestaurant',
  cafe: 'CafeOrCoffeeShop',
  bar: 'BarOrPub',
  books: 'BookStore',
  florist: 'Florist',
  clothes: 'ClothingStore',
  jewelry: 'JewelryStore',
  home: 'HomeGoodsStore',
  hardware: 'HardwareStore',
  electronics: 'ElectronicsStore',
  building: 'HomeAndConstructionBusiness',
  hairdresser: 'HairSalon',
  wellness: 'HealthAndBeautyBusiness',
  laundry: 'DryCleaningOrLaundry',
  vehicle: 'AutomotiveBusiness',
  bicycle: 'BikeStore',
  post: 'PostOffice',
  library: 'Library',
  'town-hall': 'GovernmentOffice',
};

/**
 * The places as a schema.org ItemList in their order (https://schema.org/ItemList), for search
 * engines. Opening hours only where schema.org can say the same (see `schemaHours`).
 */
export function placesToJsonLd(places: readonly Place[], {pageUrl}: JsonLdOptions = {}): JsonLd {
  const page = pageUrl?.replace(/#.*$/s, '') ?? '';
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    numberOfItems: places.length,
    itemListElement: places.map((place, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      item: toBusiness(place, page),
    })),
  };
}

function toBusiness(place: Place, page: string): JsonLd {
  const {geo, address, telephone, email, url, image, services, siret, description} = place;
  const [category = 'other'] = place.categories;
  return {
    '@type': TYPES[category] ?? TYPES[groupOf(category).id] ?? 'LocalBusiness',
    // a lone surrogate cannot be written in an address
    '@id': `${page}#${encodeURIComponent(place.id.replace(/\p{Cs}/gu, ''))}`,
    name: place.name,
    ...(description && {description}),
    ...(address && {address: {'@type': 'PostalAddress', ...address}}),
    geo: {'@type': 'GeoCoordinates', latitude: geo.latitude, longitude: geo.longitude},
    ...(telephone && {telephone}),
    ...(email && {email}),
    ...(url && {url}),
    ...(image && {image: image.caption ? {'@type': 'ImageObject', ...image} : image.url}),
    ...schemaHours(place.openingHours),
    ...(place.paymentAccepted && {paymentAccepted: place.paymentAccepted.join(', ')}),
    ...(services?.wheelchair !== undefined && {
      amenityFeature: {
        '@type': 'LocationFeatureSpecification',
        name: 'wheelchair',
        value: services.wheelchair,
      },
    }),
    ...(siret && {identifier: {'@type': 'PropertyValue', propertyID: 'SIRET', value: siret}}),
  };
}
