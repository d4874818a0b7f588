import type {Place, PlaceServices, PlaceSource} from '../place.js';

/** One place as a Feature; its properties have our own names for fields, and no levels below. */
export interface PlaceFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: {readonly type: 'Point'; readonly coordinates: readonly [number, number]};
  readonly properties: {readonly name: string; readonly category: string | readonly string[]} & {
    readonly [field: string]:
      string | boolean | readonly string[] | PlaceSource | readonly PlaceSource[] | undefined;
  };
}

export interface PlaceFeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly PlaceFeature[];
}

/**
 * The places as GeoJSON (RFC 7946), for JSON.stringify: what `readPlaces` gave, it gives again. Flat, so
 * that other maps and spreadsheets can use every property; only sources are objects, since whose the
 * data is must stay with its address. Places without position (not finite) have no place in it.
 */
export function placesToGeoJson(places: readonly Place[]): PlaceFeatureCollection {
  const located = places.filter(
    ({geo}) => Number.isFinite(geo.longitude) && Number.isFinite(geo.latitude),
  );
  return {type: 'FeatureCollection', features: located.map(toFeature)};
}

function toFeature(place: Place): PlaceFeature {
  const {id, geo, categories, address, image, services, ...rest} = place;
  const [only] = categories;
  return {
    type: 'Feature',
    id,
    geometry: {type: 'Point', coordinates: [geo.longitude, geo.latitude]},
    properties: {
      ...rest,
      category: categories.length === 1 && only ? only : categories,
      ...address,
      ...(image && {image: image.url, ...(image.caption && {caption: image.caption})}),
      ...(services satisfies PlaceServices | undefined),
    },
  };
}
