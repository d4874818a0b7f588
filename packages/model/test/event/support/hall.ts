/** A place of which all is told that can be. */
export const HALL = {
  name: 'Salle',
  address: {
    streetAddress: '1 rue',
    postalCode: '56000',
    addressLocality: 'Vannes',
    addressCountry: 'FR',
  },
  geo: {longitude: -2.76, latitude: 47.66},
  placeId: 'salle',
  url: 'https://salle.example/',
} as const;
