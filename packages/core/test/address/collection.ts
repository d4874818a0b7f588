/** A feature in the shape of the Géoplateforme's answers, of a made-up town. */
export function feature(
  properties: Readonly<Record<string, unknown>>,
  coordinates: unknown = [-1.681, 48.1134],
): object {
  return {type: 'Feature', geometry: {type: 'Point', coordinates}, properties};
}

export const collection = (...features: unknown[]): object => ({
  type: 'FeatureCollection',
  features,
});

export const streetInBourg = feature({
  label: '8 Rue du Puits 56999 Bourg-Neuf',
  score: 0.97,
  id: '56999_0042_00008',
  banId: '00000000-0000-4000-8000-000000000000',
  housenumber: '8',
  name: '8 Rue du Puits',
  street: 'Rue du Puits',
  postcode: '56999',
  citycode: '56998',
  city: 'Bourg-Neuf',
  context: '56, Morbihan, Bretagne',
  type: 'housenumber',
  importance: 0.61,
  x: 351234.5,
  y: 6789012.3,
  _type: 'address',
});

export const townOfBourg = feature(
  {
    label: 'Bourg-Neuf',
    score: 0.93,
    id: '56998',
    name: 'Bourg-Neuf',
    postcode: '56999',
    citycode: '56998',
    city: 'Bourg-Neuf',
    context: '56, Morbihan, Bretagne',
    type: 'municipality',
    population: 4321,
    _type: 'address',
  },
  [-2.5, 47.7],
);
