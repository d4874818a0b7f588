/** A place on Earth in WGS 84, in degrees. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** For links that people share: cells of 111 m from south to north, 76 m from west to east in France. */
export const LINK_DECIMALS = 3;

/** For what a geocoder is told about where to look: cells of 1.1 km by 0.8 km in France. */
export const BIAS_DECIMALS = 2;

/** The middle of the cell that a position lies in; every decimal less makes the cell ten times as wide. */
export function roundPosition({longitude, latitude}: Position, decimals: number): Position {
  const round = (degrees: number): number => Number(degrees.toFixed(decimals));
  return {longitude: round(longitude), latitude: round(latitude)};
}
