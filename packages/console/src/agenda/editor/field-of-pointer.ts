/** Fields of the form by where the hub says that something is wrong; the longest beginning counts. */
const FIELDS: readonly (readonly [pointer: RegExp, field: string])[] = [
  [/^\/startDate/, 'startDay'],
  [/^\/endDate/, 'endDay'],
  [/^\/isAllDay/, 'startDay'],
  [/^\/recurrence\/rule/, 'repeat'],
  [/^\/recurrence\/dates/, 'addedDay'],
  [/^\/(recurrence|overrides)/, 'dates'],
  [/^\/location\/address\/(\w+)/, '$1'],
  [/^\/location/, 'placeName'],
  [/^\/offers\/(\d+)\/name/, 'offerName-$1'],
  [/^\/offers\/(\d+)/, 'offerPrice-$1'],
  [/^\/isAccessibleForFree|^\/offers/, 'price'],
  [/^\/typicalAgeRange\/max/, 'ageMax'],
  [/^\/typicalAgeRange/, 'ageMin'],
  [/^\/image\/caption/, 'imageCaption'],
  [/^\/image\/creditText/, 'imageCredit'],
  [/^\/image/, 'imageUrl'],
  [/^\/organizer\/telephone/, 'organizerTelephone'],
  [/^\/organizer\/email/, 'organizerEmail'],
  [/^\/organizer/, 'organizerName'],
  [/^\/registration/, 'registrationUrl'],
  [/^\/signUp\/closesMinutesBefore/, 'closesHours'],
  [/^\/signUp\/(\w+)/, '$1'],
  [/^\/signUp/, 'signUp'],
  [/^\/(\w+)/, '$1'],
];

/** The name of the field for a JSON Pointer into what was sent. */
export function fieldOfPointer(pointer: string): string | undefined {
  const place = pointer.replace(/^\/event(?=\/)/, '');
  for (const [pattern, field] of FIELDS) {
    const found = pattern.exec(place);
    if (found) return field.replace('$1', found[1] ?? '');
  }
  return undefined;
}
