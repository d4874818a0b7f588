/** The middle of France, longitude and latitude. */
export const CENTER = [2.5, 46.7] as const;
