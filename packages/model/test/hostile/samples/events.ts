import type {EventFormat} from '../../../src/index.js';
import type {Sample} from '../corpus/inputs.js';
import {csvTemplate, jsonTemplate, lineTemplate} from '../corpus/template.js';
import {calendarBombs} from './calendar-bombs.js';

const calendar = `
BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Agenda
X-WR-CALDESC:De la commune
X-WR-TIMEZONE:Europe/Paris
URL:https://town.example/agenda
COLOR:teal
REFRESH-INTERVAL;VALUE=DURATION:PT12H
BEGIN:VTIMEZONE
TZID:Ma zone
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:one@town.example
SEQUENCE:1
DTSTAMP:20260101T000000Z
LAST-MODIFIED:20260101T000000Z
DTSTART;TZID=Ma zone:20260105T180000
DTEND;TZID=Ma zone:20260105T200000
RRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20260630
RDATE;TZID=Europe/Paris:20260203T180000
EXDATE;TZID=Europe/Paris:20260112T180000
SUMMARY;LANGUAGE=fr:Cours de danse
DESCRIPTION;ALTREP="x":Pour tous <b>débutants</b>
LOCATION:Salle des fêtes
GEO:48.4;0.52
URL:https://town.example/danse
CATEGORIES:Danse,Sport
ORGANIZER;CN="Les amis":mailto:amis@town.example
CONTACT:Mme Martin 02 61 91 14 07 martin@town.example
IMAGE;VALUE=URI:https://town.example/a.jpg
ATTACH;FMTTYPE=image/png:https://town.example/b.png
CONFERENCE;VALUE=URI:https://town.example/visio
X-LOCAL-PLACE-ID:salle
X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:48.4,0.52
STATUS:CONFIRMED
CLASS:PUBLIC
BEGIN:VALARM
DESCRIPTION:inside
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:one@town.example
RECURRENCE-ID;TZID=Ma zone:20260119T180000
DTSTART;TZID=Ma zone:20260119T190000
DURATION:PT1H
SUMMARY:Cours, plus tard
END:VEVENT
END:VCALENDAR`;

const lang = (text: string) => ({fr: text, en: text});
const openagenda = {
  total: 1,
  events: [1, 2].map(uid => ({
    uid,
    slug: `bal-${uid}`,
    canonicalUrl: 'https://town.example/bal',
    title: lang('Bal'),
    description: lang('Un bal'),
    longDescription: lang('Un long <p>bal</p>'),
    conditions: lang('Gratuit'),
    keywords: {fr: ['bal', 'danse']},
    image: {base: 'https://town.example/', filename: 'a.jpg', credits: 'Nous'},
    imageCredits: 'Nous',
    location: {
      name: 'Place',
      address: '1 rue du Four, 61110 Vauperche',
      postalCode: '61110',
      city: 'Vauperche',
      countryCode: 'FR',
      latitude: 48.4,
      longitude: 0.52,
      website: 'https://town.example/',
      timezone: 'Europe/Paris',
    },
    timings: [{begin: '2026-05-12T18:00:00+02:00', end: '2026-05-12T20:00:00+02:00'}],
    timezone: 'Europe/Paris',
    attendanceMode: 3,
    onlineAccessLink: 'https://town.example/visio',
    status: 1,
    age: {min: 6, max: 99},
    accessibility: {hi: true, mi: true},
    registration: [{type: 'email', value: 'a@town.example'}, 'https://town.example/inscription'],
    originAgenda: {title: 'Mairie'},
    updatedAt: '2026-01-05T00:00:00Z',
  })),
};

const mobilizon = {
  data: {
    searchEvents: {
      elements: [1, 2].map(id => ({
        uuid: `u${id}`,
        title: 'Atelier',
        description: '<p>Vélo</p>',
        beginsOn: '2026-05-12T16:00:00Z',
        endsOn: '2026-05-12T18:00:00Z',
        status: 'CONFIRMED',
        url: 'https://town.example/e',
        category: 'SPORTS',
        language: 'fr',
        onlineAddress: 'https://town.example/visio',
        externalParticipationUrl: 'https://town.example/inscription',
        physicalAddress: {
          description: 'Salle',
          street: '1 rue',
          postalCode: '61110',
          locality: 'Vauperche',
          country: 'FR',
          geom: '0.52;48.4',
          timezone: 'Europe/Paris',
        },
        picture: {url: 'https://town.example/a.jpg', alt: 'Affiche'},
        options: {
          isOnline: true,
          timezone: 'Europe/Paris',
          maximumAttendeeCapacity: 20,
          remainingAttendeeCapacity: 3,
          offers: [{price: 5, priceCurrency: 'EUR', url: 'https://town.example/b'}],
        },
        attributedTo: {
          name: 'Les amis',
          preferredUsername: 'amis',
          url: 'https://town.example/@amis',
        },
        tags: [{title: 'vélo'}],
        metadata: [{key: 'mz:accessibility:wheelchairAccessible', value: 'fully'}],
        updatedAt: '2026-01-05T00:00:00Z',
      })),
    },
  },
};

const tribe = {
  events: [1, 2].map(id => ({
    global_id: `g${id}`,
    title: 'Marché',
    description: '<p>De Noël</p>',
    url: 'https://town.example/m',
    image: {url: 'https://town.example/a.jpg', alt: 'x'},
    all_day: false,
    start_date: '2026-05-12 18:00:00',
    end_date: '2026-05-12 20:00:00',
    utc_start_date: '2026-05-12 16:00:00',
    utc_end_date: '2026-05-12 18:00:00',
    timezone: 'Europe/Paris',
    cost: '5 €',
    cost_details: {currency_code: 'EUR', values: ['5', '8']},
    website: 'https://town.example/inscription',
    status: 'publish',
    event_status: 'scheduled',
    is_virtual: true,
    virtual_url: 'https://town.example/visio',
    categories: [{name: 'Marché'}],
    tags: [{name: 'Noël'}],
    venue: {
      venue: 'Place',
      address: '1 rue',
      city: 'Vauperche',
      zip: '61110',
      country: 'France',
      geo_lat: 48.4,
      geo_lng: 0.52,
      website: 'https://town.example/',
    },
    organizer: [
      {
        organizer: 'Mairie',
        phone: '02 61 91 14 07',
        email: 'm@town.example',
        website: 'https://town.example/',
      },
    ],
    modified_utc: '2026-01-05 00:00:00',
  })),
};

const datatourisme = {
  '@graph': [
    {
      '@id': 'https://data.example/1',
      '@type': ['schema:Festival', 'Concert'],
      'dc:identifier': 'F1',
      'rdfs:label': {fr: ['Fête']},
      hasDescription: [{shortDescription: {fr: ['Une fête']}}],
      hasContact: [{'foaf:homepage': ['https://town.example/']}],
      isLocatedAt: [
        {
          'rdfs:label': {fr: ['Place']},
          'schema:address': [
            {
              'schema:streetAddress': ['1 rue'],
              'schema:postalCode': '61110',
              'schema:addressLocality': 'Vauperche',
            },
          ],
          'schema:geo': {'schema:latitude': '48.4', 'schema:longitude': '0.52'},
        },
      ],
      hasMainRepresentation: [
        {
          'ebucore:hasRelatedResource': [{'ebucore:locator': ['https://town.example/a.jpg']}],
          'ebucore:hasAnnotation': [{'ebucore:title': {fr: ['Affiche']}, credits: ['Nous']}],
        },
      ],
      hasBeenCreatedBy: {'schema:legalName': 'Office'},
      takesPlaceAt: [
        {
          startDate: '2026-05-12',
          endDate: '2026-05-20',
          startTime: '18:00:00',
          endTime: '20:00:00',
          appliesOnDay: [{'@id': 'schema:Monday'}],
        },
      ],
      offers: [
        {
          'schema:priceSpecification': [
            {'schema:minPrice': ['5'], 'schema:maxPrice': ['8'], 'schema:priceCurrency': 'EUR'},
          ],
        },
      ],
      lastUpdate: '2026-01-05',
    },
  ],
};

const jsonLd = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'MusicEvent',
      '@id': 'https://town.example/#1',
      name: 'Concert',
      description: {'@value': 'Un concert', '@language': 'fr'},
      url: 'https://town.example/c',
      startDate: '2026-05-12T18:00:00+02:00',
      endDate: '2026-05-12T20:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        {
          '@type': 'Place',
          name: 'Salle',
          url: 'https://town.example/s',
          address: {
            streetAddress: '1 rue',
            postalCode: '61110',
            addressLocality: 'Vauperche',
            addressCountry: 'FR',
          },
          geo: {latitude: 48.4, longitude: 0.52},
        },
        {'@type': 'VirtualLocation', url: 'https://town.example/visio'},
      ],
      organizer: {
        name: 'Les amis',
        telephone: '02 61 91 14 07',
        email: 'a@town.example',
        url: 'https://town.example/',
      },
      image: [{url: 'https://town.example/a.jpg', caption: 'Affiche', creditText: 'Nous'}],
      offers: {
        '@type': 'AggregateOffer',
        name: 'Plein',
        lowPrice: '5',
        highPrice: 8,
        priceCurrency: 'EUR',
        url: 'https://town.example/b',
        availability: 'https://schema.org/InStock',
      },
      keywords: 'musique, concert',
      audience: {audienceType: 'Familles', suggestedMinAge: 3},
      typicalAgeRange: '7-12',
      inLanguage: 'fr',
      isAccessibleForFree: false,
      maximumAttendeeCapacity: 50,
      remainingAttendeeCapacity: 3,
      previousStartDate: '2026-05-11T18:00:00+02:00',
      subEvent: [{'@type': 'Event', name: 'Une part', startDate: '2026-05-12'}],
    },
    {
      '@type': 'Event',
      name: 'Cours',
      eventSchedule: {
        '@type': 'Schedule',
        startDate: '2026-01-05',
        endDate: '2026-06-30',
        startTime: '18:00',
        endTime: '20:00',
        repeatFrequency: 'P1W',
        byDay: ['https://schema.org/Monday', 'TU'],
        byMonth: 3,
        byMonthDay: 1,
        repeatCount: 20,
        exceptDate: ['2026-01-12'],
        scheduleTimezone: 'Europe/Paris',
        duration: 'PT1H',
      },
    },
  ],
};

const own = {
  calendar: {
    name: 'Agenda',
    description: 'De la commune',
    url: 'https://town.example/',
    color: 'teal',
    timeZone: 'Europe/Paris',
    refreshMinutes: 60,
  },
  events: [
    {
      id: 'e1',
      uid: 'e1@town.example',
      name: 'Bal',
      description: 'Un bal',
      url: 'https://town.example/bal',
      startDate: '2026-05-12T18:00:00',
      endDate: '2026-05-12T20:00:00',
      timeZone: 'Europe/Paris',
      recurrence: {
        rule: 'FREQ=WEEKLY;BYDAY=TU',
        dates: ['2026-05-20T18:00:00'],
        exceptDates: ['2026-05-19T18:00:00'],
      },
      image: {url: 'https://town.example/a.jpg', caption: 'x', creditText: 'y'},
      location: {
        name: 'Salle',
        placeId: 'salle',
        url: 'https://town.example/',
        address: {
          streetAddress: '1 rue',
          postalCode: '61110',
          addressLocality: 'Vauperche',
          addressCountry: 'FR',
        },
        geo: {longitude: 0.52, latitude: 48.4},
      },
      organizer: {
        name: 'Mairie',
        telephone: '02 61 91 14 07',
        email: 'm@town.example',
        url: 'https://town.example/',
      },
      categories: ['Danse'],
      keywords: ['bal'],
      audience: ['Familles'],
      typicalAgeRange: {min: 3, max: 12},
      offers: [
        {
          name: 'Plein',
          price: 500,
          maxPrice: 800,
          priceCurrency: 'EUR',
          url: 'https://town.example/b',
        },
      ],
      conditions: 'Sur place',
      eventStatus: 'scheduled',
      accessibility: ['mobility'],
      inLanguage: ['fr'],
      registration: [{type: 'url', value: 'https://town.example/i'}],
      maximumAttendeeCapacity: 50,
      source: {
        name: 'Mairie',
        url: 'https://town.example/e',
        label: 'Mairie',
        dateModified: '2026-01-05',
      },
      otherSources: [{name: 'Autre', url: 'https://town.example/f'}],
    },
    {
      name: 'Deux jours',
      dates: [{startDate: '2026-05-12', endDate: '2026-05-13'}],
      startDate: '2026-05-12',
    },
  ],
};
const reading = {
  ...own,
  occurrences: [
    {
      eventId: 'e1',
      recurrenceId: '20260512T180000',
      start: 1_778_601_600_000,
      end: 1_778_608_800_000,
      isAllDay: false,
      firstDay: 20_585,
      lastDay: 20_585,
    },
  ],
};

const dates = /@?type$|context|[dD]ate$|begin|beginsOn|start|takesPlaceAt|imings/;

/** At least one feed of each format, with everything in it that the format can tell. */
export const eventSamples: Readonly<Record<EventFormat, readonly Sample[]>> = {
  icalendar: [
    {
      name: 'a calendar',
      template: lineTemplate(calendar),
      keep: /^(?:BEGIN|END|VERSION|DTSTART|DTEND|DURATION|UID|CLASS|SEQUENCE|RECURRENCE-ID)/,
      bombs: calendarBombs,
    },
  ],
  openagenda: [{name: 'an agenda', template: jsonTemplate(openagenda), keep: dates}],
  mobilizon: [
    {
      name: 'a search',
      template: jsonTemplate(mobilizon),
      keep: dates,
      bombs: {
        'answers in answers': () => `{"data":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
        'an answer of many branches': () => JSON.stringify({data: branches(7)}),
      },
    },
  ],
  'tribe-events': [{name: 'a site', template: jsonTemplate(tribe), keep: /_date|all_day|timezone/}],
  datatourisme: [{name: 'a graph', template: jsonTemplate(datatourisme), keep: dates}],
  'json-ld': [{name: 'things', template: jsonTemplate(jsonLd), keep: dates}],
  json: [
    {
      name: 'our own',
      template: jsonTemplate(own),
      keep: dates,
      bombs: {
        'rules that are bombs': () =>
          JSON.stringify({
            events: RULES.map((rule, at) => ({
              name: `r${at}`,
              startDate: '2026-01-01T00:00:00',
              recurrence: {rule},
            })),
          }),
        'dates without end': () =>
          JSON.stringify({
            events: [
              {
                name: 'x',
                dates: Array.from({length: 100_000}, (_, i) => ({
                  startDate: `2026-01-05T00:${String(i % 60).padStart(2, '0')}:00`,
                })),
              },
            ],
          }),
        'exceptions without end': () =>
          JSON.stringify({
            events: [
              {
                name: 'x',
                startDate: '2026-01-05',
                recurrence: {
                  rule: 'FREQ=DAILY',
                  exceptDates: Array.from({length: 100_000}, () => '2026-01-06'),
                },
              },
            ],
          }),
      },
    },
    {
      name: 'a reading',
      template: jsonTemplate(reading),
      keep: dates,
      bombs: {
        'one id for all': () =>
          JSON.stringify({
            events: Array.from({length: 5000}, () => own.events[0]),
            occurrences: Array.from({length: 100}, () => reading.occurrences[0]),
          }),
        'occurrences without end': () =>
          JSON.stringify({
            events: own.events,
            occurrences: Array.from({length: 100_000}, (_, i) => ({
              ...reading.occurrences[0],
              start: 1_778_601_600_000 + i,
            })),
          }),
      },
    },
  ],
};

const RULES = [
  'FREQ=SECONDLY',
  'FREQ=SECONDLY;COUNT=1000000000',
  'FREQ=YEARLY;INTERVAL=999999999;COUNT=999999999',
  'FREQ=YEARLY;BYSECOND=0,1,2,3;BYMINUTE=0,1,2,3;BYHOUR=0,1,2,3;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1',
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO',
  'FREQ=DAILY;UNTIL=99991231T235959Z',
  'FREQ=DAILY;X=\u202e\r\nATTENDEE:x',
  'FREQ=DAILY;__PROTO__=1;CONSTRUCTOR=2',
];

function branches(depth: number): unknown {
  if (depth === 0) return {};
  return Object.fromEntries(Array.from({length: 6}, (_, i) => [`b${i}`, branches(depth - 1)]));
}

const DAY_TABLE = [
  'date;vacances_zone_a;vacances_zone_b;vacances_zone_c;nom_vacances',
  '2026-02-07;True;False;False;Vacances d’hiver',
  '2026-02-08;True;True;False;Vacances d’hiver',
].map(line => line.split(';'));
const HOLIDAY_TABLE = [
  'description;population;start_date;end_date;location;zones;annee_scolaire',
  'Vacances d’hiver;-;2026-02-06T23:00:00+00:00;2026-02-22T23:00:00+00:00;Caen;Zone B;2025-2026',
].map(line => line.split(';'));

export const schoolSamples: readonly Sample[] = [
  {
    name: 'by day',
    template: csvTemplate(DAY_TABLE),
    keep: /^date|zone_/,
    bombs: {
      'holidays without end': () =>
        [
          DAY_TABLE[0]!.join(';'),
          ...Array.from(
            {length: 200_000},
            (_, i) =>
              `20${String((i % 90) + 10)}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')};True;False;False;n${i}`,
          ),
        ].join('\n'),
    },
  },
  {name: 'by holiday', template: csvTemplate(HOLIDAY_TABLE), keep: /_date|zones/},
];
