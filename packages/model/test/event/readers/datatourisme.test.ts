import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event} from '../../../src/event/event.js';
import {UnreadableFeedError} from '../../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS, startsIn} from '../calendar.js';
import {eventIn} from './read-one.js';

const EXPO = {
  'dc:identifier': 'FMA1',
  'rdfs:label': {fr: ['Expo']},
  takesPlaceAt: {startDate: '2026-05-01'},
};
const read = (more: object): Event => eventIn([{...EXPO, ...more}]);
const BARE: Event = {
  id: 'FMA1',
  uid: 'FMA1',
  name: 'Expo',
  isAllDay: true,
  startDate: '2026-05-01',
  endDate: '2026-05-01',
};

describe('DATAtourisme, field by field', () => {
  it('reads everything but contacts', () => {
    assert.deepEqual(read({}), BARE);
    assert.deepEqual(
      read({
        '@type': ['schema:Event', {'@id': 'urn:resource#Exhibition'}],
        hasDescription: [{shortDescription: {fr: ['Des tableaux']}, description: {fr: 'no'}}],
        isLocatedAt: [
          {
            'rdfs:label': {fr: ['Musée']},
            'schema:address': [
              {
                'schema:streetAddress': ['1 rue', 'no'],
                'schema:postalCode': '81000',
                'schema:addressLocality': 'Albi',
              },
            ],
            'schema:geo': {'schema:latitude': '43.93', 'schema:longitude': '2.15'},
          },
        ],
        hasMainRepresentation: [
          {
            'ebucore:hasRelatedResource': [{'ebucore:locator': ['https://d.example/a.jpg']}],
            'ebucore:hasAnnotation': [{'ebucore:title': {fr: ['Tableau']}, credits: ['Paul']}],
          },
        ],
        hasBeenCreatedBy: {'schema:legalName': 'Office de tourisme'},
        hasContact: [{'foaf:homepage': ['https://expo.example'], 'schema:email': ['a@b.example']}],
        offers: [
          {
            'schema:priceSpecification': [
              {'schema:minPrice': ['5'], 'schema:maxPrice': 8, 'schema:priceCurrency': 'EUR'},
              {'schema:price': 3},
            ],
          },
        ],
        lastUpdate: '2026-04-01',
      }),
      {
        ...BARE,
        categories: ['Exposition'],
        description: 'Des tableaux',
        location: {
          name: 'Musée',
          address: {streetAddress: '1 rue', postalCode: '81000', addressLocality: 'Albi'},
          geo: {longitude: 2.15, latitude: 43.93},
        },
        image: {url: 'https://d.example/a.jpg', caption: 'Tableau', creditText: 'Paul'},
        url: 'https://expo.example/',
        offers: [{price: 500, maxPrice: 800, priceCurrency: 'EUR'}, {price: 300}],
        isAccessibleForFree: false,
        source: {name: 'Office de tourisme', dateModified: '2026-04-01'},
      },
    );
  });

  it('reads the names that other exports have', () => {
    const other = (more: object): Event =>
      eventIn({objects: [{label: 'Expo', takesPlaceAt: EXPO.takesPlaceAt, ...more}]});
    assert.deepEqual(
      other({
        identifier: 'a',
        '@id': 'b',
        label: {'@value': 'Expo'},
        type: ['Concert'],
        'rdfs:comment': ['Résumé'],
        isLocatedAt: {
          address: {'schema:streetAddress': '1 rue'},
          geo: {'schema:latitude': 43.93, 'schema:longitude': 2.15},
        },
        hasMainRepresentation: {
          'ebucore:hasRelatedResource': {'ebucore:locator': 'https://d.example/a.jpg'},
          credits: {fr: 'Paul'},
        },
      }),
      {
        ...BARE,
        id: 'a',
        uid: 'a',
        categories: ['Concert'],
        description: 'Résumé',
        location: {
          address: {streetAddress: '1 rue'},
          geo: {longitude: 2.15, latitude: 43.93},
        },
        image: {url: 'https://d.example/a.jpg', creditText: 'Paul'},
      },
    );
    assert.equal(other({'@id': 'b', uuid: 'c'}).uid, 'b');
    assert.equal(other({uuid: 'c'}).uid, 'c');
    assert.equal(other({hasDescription: {description: ['Long']}}).description, 'Long');
  });

  it('takes French, or else the first language', () => {
    const name = (said: unknown): string => read({'rdfs:label': said}).name;
    assert.equal(name({en: ['Show'], fr: ['Expo', 'no']}), 'Expo');
    assert.equal(name({en: ['Show'], de: ['Schau']}), 'Show');
    assert.equal(name([{'@language': 'fr', '@value': 'Expo'}]), 'Expo');
    assert.equal(name('Expo'), 'Expo');
    assert.equal(name([]), '');
  });

  it('calls kinds as people do', () => {
    const kind = (type: unknown): unknown => read({'@type': type}).categories;
    for (const [type, word] of [
      ['BusinessEvent', 'Rencontre professionnelle'],
      ['ChildrensEvent', 'Jeune public'],
      ['Concert', 'Concert'],
      ['Conference', 'Conférence'],
      ['CulturalEvent', 'Culture'],
      ['DanceEvent', 'Danse'],
      ['EntertainmentEvent', 'Animation'],
      ['Exhibition', 'Exposition'],
      ['Festival', 'Festival'],
      ['Market', 'Marché'],
      ['Parade', 'Défilé'],
      ['Reading', 'Lecture'],
      ['SaleEvent', 'Vente'],
      ['SocialEvent', 'Rencontre'],
      ['SportsEvent', 'Sport'],
      ['TheaterEvent', 'Théâtre'],
      ['TraditionalCelebration', 'Fête traditionnelle'],
      ['VisualArtsEvent', 'Arts visuels'],
      ['Visit', 'Visite'],
    ] as const) {
      assert.deepEqual(kind(type), [word]);
      assert.deepEqual(kind([`schema:${type}`]), [word]);
    }
    assert.equal(kind('PointOfInterest'), undefined);
    assert.equal(kind(7), undefined);
  });
});

describe('DATAtourisme, when it is', () => {
  const starts = (...takesPlaceAt: object[]): string[] => {
    const reading = readEvents([{...EXPO, takesPlaceAt}], PARIS);
    assert.deepEqual(reading.rejected, []);
    return startsIn(reading, 'Europe/Paris');
  };
  const spans = (...takesPlaceAt: object[]): unknown => {
    const {startDate, endDate, recurrence} = read({takesPlaceAt});
    return [startDate, endDate, recurrence?.rule];
  };
  const LONG = {startDate: '2026-05-01', endDate: '2026-05-05'};

  it('reads a period of days as one', () => {
    assert.deepEqual(spans(LONG), ['2026-05-01', '2026-05-05', undefined]);
    assert.deepEqual(
      spans({startDate: ['2026-05-01T00:00:00'], endDate: {'@value': '2026-05-05'}}),
      ['2026-05-01', '2026-05-05', undefined],
    );
  });

  it('reads a day with times, in Paris', () => {
    const day = {startDate: '2026-05-01'};
    const [ten, noon] = ['2026-05-01T10:00:00+02:00', '2026-05-01T12:30:00+02:00'];
    const times = {startTime: '10:00:00', endTime: '12:30:00'};
    assert.deepEqual(spans({...day, ...times}), [ten, noon, undefined]);
    assert.deepEqual(spans({...day, ...times, endDate: '2026-05-01'}), [ten, noon, undefined]);
    assert.deepEqual(spans({...day, startTime: '10:00:00.000+02:00'}), [ten, ten, undefined]);
    // an end without a beginning is no time
    assert.deepEqual(spans({...day, endTime: '12:30'}), ['2026-05-01', '2026-05-01', undefined]);
    assert.deepEqual(spans({...day, startTime: '', endTime: '12:30'}), [
      '2026-05-01',
      '2026-05-01',
      undefined,
    ]);
  });

  it('repeats every day of a period with times', () => {
    const times = {startTime: '10:00', endTime: '12:30'};
    const ten = '2026-05-01T10:00:00+02:00';
    assert.deepEqual(spans({...LONG, ...times}), [
      ten,
      '2026-05-01T12:30:00+02:00',
      'FREQ=DAILY;UNTIL=20260505',
    ]);
    assert.equal(starts({...LONG, ...times}).length, 5);
    assert.deepEqual(spans({...LONG, startTime: '10:00'}), [ten, ten, 'FREQ=DAILY;UNTIL=20260505']);
  });

  it('repeats on the weekdays that it names, with times or without', () => {
    const on = (...names: unknown[]): unknown =>
      read({takesPlaceAt: [{...LONG, endDate: '2026-05-31', appliesOnDay: names}]}).recurrence
        ?.rule;
    for (const [name, code] of [
      ['Monday', 'MO'],
      ['Tuesday', 'TU'],
      ['Wednesday', 'WE'],
      ['Thursday', 'TH'],
      ['Friday', 'FR'],
      ['Saturday', 'SA'],
      ['Sunday', 'SU'],
    ] as const) {
      assert.equal(on({'@id': `schema:${name}`}), `FREQ=WEEKLY;BYDAY=${code};UNTIL=20260531`);
    }
    assert.equal(on('Friday', 'Lundi', 'Sunday'), 'FREQ=WEEKLY;BYDAY=FR,SU;UNTIL=20260531');
    assert.deepEqual(starts({...LONG, appliesOnDay: 'schema:Sunday'}), ['2026-05-03']);
  });

  it('reads several periods as dates, without rules', () => {
    assert.deepEqual(
      starts(
        {...LONG, appliesOnDay: 'schema:Sunday'},
        {startDate: '2026-06-01', endDate: '2026-06-02'},
      ),
      ['2026-05-01', '2026-06-01'],
    );
    // a time without its end: up to the end of the last day, if that is another
    const {occurrences} = readEvents(
      [
        {
          ...EXPO,
          takesPlaceAt: [LONG, {startDate: '2026-06-01', endDate: '2026-06-01'}].map(addTime),
        },
      ],
      PARIS,
    );
    assert.deepEqual(
      occurrences.map(({start, end}) => (end - start) / 3_600_000),
      [4 * 24 + 14, 0],
    );

    function addTime(period: object): object {
      return {...period, startTime: '10:00'};
    }
  });

  it('passes over what takes place nowhere, and knows a feed by what does', () => {
    const place = {'rdfs:label': 'Musée'};
    const count = (input: object): number => {
      const {format, events, rejected} = readEvents(input, PARIS);
      assert.deepEqual([format, rejected], ['datatourisme', []]);
      return events.length;
    };
    assert.equal(count([place, EXPO]), 1);
    assert.equal(count(EXPO), 1);
    assert.equal(count({objects: [EXPO]}), 1);
    assert.equal(count({'@graph': [EXPO]}), 1);
    assert.equal(count([{...place, takesPlaceAt: []}]), 0);
    assert.throws(() => readEvents([place], PARIS), UnreadableFeedError);
    assert.throws(() => readEvents({objects: [place, 'takesPlaceAt']}, PARIS), UnreadableFeedError);
  });
});
