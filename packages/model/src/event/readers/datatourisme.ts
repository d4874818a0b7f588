import {isObject, listOf, type Json} from '../../place/json.js';
import type {EventValues} from '../event-values.js';
import {addItems, dayText, type Item, type ItemTime} from './item.js';
import type {EventReader} from './reader.js';

const DAYS: Readonly<Record<string, string>> = {
  Monday: 'MO',
  Tuesday: 'TU',
  Wednesday: 'WE',
  Thursday: 'TH',
  Friday: 'FR',
  Saturday: 'SA',
  Sunday: 'SU',
};
/** DATAtourisme's times have no zone; it covers France, whose tourist offices overseas mean their own clock. */
const ZONE = 'Europe/Paris';

/** Classes of the ontology that tell a visitor something. */
const KINDS: Readonly<Record<string, string>> = {
  BusinessEvent: 'Rencontre professionnelle',
  ChildrensEvent: 'Jeune public',
  Concert: 'Concert',
  Conference: 'Conférence',
  CulturalEvent: 'Culture',
  DanceEvent: 'Danse',
  EntertainmentEvent: 'Animation',
  Exhibition: 'Exposition',
  Festival: 'Festival',
  Market: 'Marché',
  Parade: 'Défilé',
  Reading: 'Lecture',
  SaleEvent: 'Vente',
  SocialEvent: 'Rencontre',
  SportsEvent: 'Sport',
  TheaterEvent: 'Théâtre',
  TraditionalCelebration: 'Fête traditionnelle',
  VisualArtsEvent: 'Arts visuels',
  Visit: 'Visite',
};

/**
 * DATAtourisme's JSON-LD (https://gitlab.adullact.net/adntourisme/datatourisme/ontology): one object, a list, the
 * `objects` of its interface, or `@graph`. Contacts are those of people and are left out.
 */
export const datatourismeReader: EventReader<'datatourisme'> = {
  format: 'datatourisme',
  input: 'json',
  read: (input, collector) => {
    const list = listOf(isObject(input) ? (input['objects'] ?? input['@graph'] ?? input) : input);
    const isOurs = list.some(one => isObject(one) && 'takesPlaceAt' in one);
    return isOurs ? addItems(list, collector, itemOf) : undefined;
  },
};

function itemOf(object: Json): Item | undefined {
  const periods = listOf(object['takesPlaceAt']).filter(isObject);
  // places of interest stand beside what takes place there
  if (!periods.length) return undefined;
  const [period] = periods;
  const rule = periods.length === 1 ? ruleOf(period!) : undefined;
  return {
    uid: object['dc:identifier'] ?? object['identifier'] ?? object['@id'] ?? object['uuid'],
    times: rule ? [timeOf({...period, endDate: period!['startDate']})] : periods.map(timeOf),
    recurrence: rule ? {rule, isFirstByRule: true} : undefined,
    values: valuesOf(object),
  };
}

/** Every day of the period, or every day of the week that it names, from a time to a time. */
function ruleOf(period: Json): string | undefined {
  const from = dayText(textOf(period['startDate']));
  const to = dayText(textOf(period['endDate']));
  const days = listOf(period['appliesOnDay']).flatMap(day => DAYS[nameOf(day)] ?? []);
  const isLong = to !== undefined && to !== from;
  if (!isLong || (!days.length && textOf(period['startTime']) === undefined)) return undefined;
  const until = `UNTIL=${to.replaceAll('-', '')}`;
  return days.length ? `FREQ=WEEKLY;BYDAY=${days.join()};${until}` : `FREQ=DAILY;${until}`;
}

function timeOf(period: Json): ItemTime {
  const at = (date: unknown, time: unknown): string | undefined => {
    const day = dayText(textOf(date));
    const clock = textOf(time);
    return day === undefined || clock === undefined ? day : `${day}T${clock.slice(0, 8)}`;
  };
  const start = at(period['startDate'], period['startTime']);
  const hasTime = textOf(period['startTime']) !== undefined;
  const end = at(period['endDate'] ?? period['startDate'], hasTime ? period['endTime'] : undefined);
  const hasEnd = !hasTime || textOf(period['endTime']) !== undefined || end !== dayText(start);
  return {start, end: hasEnd ? end : undefined, timeZone: hasTime ? ZONE : undefined};
}

function valuesOf(object: Json): EventValues {
  const text = objectOf(listOf(object['hasDescription'])[0]);
  const spot = objectOf(listOf(object['isLocatedAt'])[0]);
  const address = objectOf(listOf(spot['schema:address'] ?? spot['address'])[0]);
  const geo = objectOf(listOf(spot['schema:geo'] ?? spot['geo'])[0]);
  const picture = objectOf(listOf(object['hasMainRepresentation'])[0]);
  const resource = objectOf(listOf(picture['ebucore:hasRelatedResource'])[0]);
  const publisher = objectOf(listOf(object['hasBeenCreatedBy'])[0]);
  const contact = objectOf(listOf(object['hasContact'])[0]);
  return {
    name: localized(object['rdfs:label'] ?? object['label']),
    description: localized(
      text['shortDescription'] ?? text['description'] ?? object['rdfs:comment'],
    ),
    url: listOf(contact['foaf:homepage'])[0],
    image: {
      url: listOf(resource['ebucore:locator'])[0],
      caption: localized(objectOf(listOf(picture['ebucore:hasAnnotation'])[0])['ebucore:title']),
      creditText: localized(
        objectOf(listOf(picture['ebucore:hasAnnotation'])[0])['credits'] ?? picture['credits'],
      ),
    },
    locationName: localized(spot['rdfs:label']),
    streetAddress: listOf(address['schema:streetAddress'])[0],
    postalCode: address['schema:postalCode'],
    addressLocality: address['schema:addressLocality'],
    latitude: geo['schema:latitude'],
    longitude: geo['schema:longitude'],
    categories: listOf(object['@type'] ?? object['type']).map(type => KINDS[nameOf(type)]),
    offers: listOf(object['offers']).flatMap(offer => {
      const {'schema:priceSpecification': specification} = objectOf(offer);
      return listOf(specification).map(one => {
        const price = objectOf(one);
        return {
          price: listOf(price['schema:minPrice'] ?? price['schema:price'])[0],
          maxPrice: listOf(price['schema:maxPrice'])[0],
          priceCurrency: price['schema:priceCurrency'],
        };
      });
    }),
    sourceName: publisher['schema:legalName'],
    dateModified: object['lastUpdate'],
  };
}

/** Of `{fr: ["…"]}` the French text, else the first. */
function localized(value: unknown): unknown {
  const one = listOf(value)[0];
  if (!isObject(one)) return one;
  return listOf(one['fr'] ?? one['@value'] ?? Object.values(one)[0])[0];
}

/** `Monday` of `{"@id": "schema:Monday"}`, `Concert` of `schema:Concert`. */
function nameOf(value: unknown): string {
  const text: unknown = isObject(value) ? value['@id'] : value;
  return typeof text === 'string' ? text.replace(/^.*[/#:]/, '') : '';
}

function textOf(value: unknown): string | undefined {
  const one = listOf(value)[0];
  const text: unknown = isObject(one) ? one['@value'] : one;
  return typeof text === 'string' && text ? text : undefined;
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
