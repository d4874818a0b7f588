import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';

export function isWithin({longitude, latitude}: GeoCoordinates, box: GeoBounds): boolean {
  const {west, south, east, north} = box;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
