import type {EmbedWords} from './fr.js';

export const en: EmbedWords = {
  names: {
    'shops-map': 'Shops and producers',
    'collect-button': 'Click and collect',
    chat: 'Chat',
    'event-calendar': 'What’s on',
  },
  source: host => `See the list at its source (${host})`,
  needsScript: 'This part of the page needs JavaScript.',
  call: telephone => `Call ${telephone}`,
  site: 'Go to the shop’s web site',
  problem: 'This frame cannot be shown',
  needs: attributes => `The address of this frame must give at least: ${attributes}.`,
  badValue: name => `The value of “${name}” is not possible in a frame.`,
  badAddress: name => `“${name}” must hold https addresses.`,
  noSuchWidget: names => `There is no such widget. There are: ${names}.`,
  otherVersion: (asked, served) =>
    `Version ${asked} is not here. This hub serves version ${served}.`,
  noSuchFile: version => `This file is not part of version ${version}.`,
  notOurs: 'This is not the address of a frame of this hub.',
  jsonOnly: 'Only the format json is possible.',
};
