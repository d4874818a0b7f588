/** Types below schema.org's Event (version 29) whose names do not end in "Event". */
const OTHERS = /^(?:Event|Festival|Hackathon|CourseInstance|EventSeries)$/;
/** End in "Event" and are none that people go to. */
const NONE =
  /^(?:DeliveryEvent|UserInteraction|UserComments|PublicationEvent|BroadcastEvent|OnDemandEvent)$/;

/** What people call the kinds that say something. */
const KINDS: Readonly<Record<string, string>> = {
  BusinessEvent: 'Rencontre professionnelle',
  ChildrensEvent: 'Jeune public',
  ComedyEvent: 'Humour',
  ConferenceEvent: 'Conférence',
  CourseInstance: 'Cours',
  DanceEvent: 'Danse',
  EducationEvent: 'Atelier',
  ExhibitionEvent: 'Exposition',
  Festival: 'Festival',
  FoodEvent: 'Gastronomie',
  LiteraryEvent: 'Littérature',
  MusicEvent: 'Concert',
  SaleEvent: 'Vente',
  ScreeningEvent: 'Cinéma',
  SportsEvent: 'Sport',
  TheaterEvent: 'Théâtre',
  VisualArtsEvent: 'Exposition',
};

export const isEventType = (type: string): boolean =>
  OTHERS.test(type) || (/Event$/.test(type) && !NONE.test(type));

export const kindOfEventType = (type: string): string | undefined => KINDS[type];
