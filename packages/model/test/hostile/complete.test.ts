import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as model from '../../src/index.js';
import {readers as eventReaders} from '../../src/event/readers/readers.js';
import {readers as placeReaders} from '../../src/place/readers/readers.js';
import {hostileReaders} from './readers/index.js';

/** Functions that are given what the readers made of a feed, or what a page's author wrote, and no others. */
const OURS = `
  addMonths addressWith ageGroupsOf ancestorsOf BasicPlaceIndex basketMinutes basketPoints basketTotal
  boundsOf canGo categoriesOf categoryById categoryWords checkBasket collectionCode dayAt dayOfIso
  deliveryZoneFor distanceInMeters distanceOrderOf entriesOfDay escapeItem firstOfMonth formatCents
  frenchHolidays groupOf hasHours holdsSlot holidayNameOf isFinal isOverAt isSwappedInFrance isUndo
  isWithdrawable isoOfDay joinBytes lastOfMonth lastShownDay latestPast layOutDay mayWithdraw
  medianCenter missingDuties nameOrderOf nextStates orderButtonText placesToText PointIndex positionsOf
  readDocuments roundedDegrees searchTextOf shareOut shortcutDays shortcutRange startOfDay toJson undoState
  unitPrice UnreadableFeedError vatShares weekOf weekOfLocale withdrawalDeadline withdrawalEnd writeCursor
`
  .trim()
  .split(/\s+/);

const covered = new Set(hostileReaders.flatMap(({covers}) => covers));
const functions = Object.entries(model).flatMap(([name, value]) =>
  typeof value === 'function' ? [name] : [],
);

describe('the corpus of hostile feeds', () => {
  it('tries every function that takes what others wrote, and the rest is named', () => {
    const unknown = functions.filter(name => !covered.has(name) && !OURS.includes(name));
    assert.deepEqual(unknown, [], 'neither tried (readers/) nor known to be given our own values');
  });

  it('names none that is gone, and none twice', () => {
    assert.deepEqual(
      OURS.filter(name => !functions.includes(name) || covered.has(name)),
      [],
    );
    const named = [...covered].filter(name => !name.includes(' format '));
    assert.deepEqual(
      named.filter(name => !functions.includes(name)),
      [],
    );
  });

  it('has feeds of every format', () => {
    const formats = [
      ...placeReaders.map(({format}) => `place format ${format}`),
      ...eventReaders.map(({format}) => `event format ${format}`),
      // these have no list of their own: the type of the table of samples holds them
      ...['csv', 'json', 'json-ld'].map(format => `catalogue format ${format}`),
    ];
    assert.deepEqual(
      formats.filter(format => !covered.has(format)),
      [],
    );
  });

  it('has names that tell readers apart', () => {
    assert.equal(new Set(hostileReaders.map(({name}) => name)).size, hostileReaders.length);
  });
});
