import type {DeskWords} from './fr.js';

export const en: DeskWords = {
  noSuchDay: 'There is no such day.',
  noSuchZone: 'This time zone is not known (example: Europe/Paris).',
  badHours: 'These hours are not understood (example: Mo-Sa 08:00-12:30,15:00-19:00).',
  closureBackwards: 'The closure ends before it begins.',
  modeTwice: 'This way of handing over is given twice.',
  zonesNeeded: 'Give at least one delivery zone.',
  zonesElsewhere: 'Only deliveries have zones.',
  distributionBackwards: 'The end must come after the beginning.',
  badOrigin: 'Write an origin, without a path (example: https://mairie.example), or *.',
  noProvider: 'This server is connected to no online payment service.',
  idTaken: 'This name is taken.',
  otherProduct: 'The id is not that of the address.',
  unreadableCatalogue: 'This file is no catalogue that we can read (CSV or JSON).',
  'not-an-url': 'The address is not complete (example: https://till.example/hooks).',
  'not-https': 'The address must start with https://.',
  'has-credentials': 'The address must not contain credentials.',
  'not-public': 'This address is not on the public Internet.',
};
