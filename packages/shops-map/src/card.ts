import {adoptStyles} from '@local-widgets/core';
import {exceptionalDays, openingWeek} from '@local-widgets/model';
import {cardTemplate} from './card/card-template.js';
import {cardStyles} from './card/card.styles.js';
import type {CardTemplate} from './details/place-details.js';
import {LocalShopActionEvent} from './events.js';
import {cardFr} from './locales/card.js';
import {shopsMapMessages} from './locales/index.js';

export {EventWatch} from './card/event-watch.js';

shopsMapMessages.extend(cardFr);

/** The card of a place, in a file of its own: loaded as soon as somebody points at a row. */
export function cardOf(root: ShadowRoot): CardTemplate {
  adoptStyles(root, cardStyles);
  return (row, {now, settings, host, own}, context, close) => {
    const {place} = row;
    const {openingHours} = place;
    return cardTemplate(
      {
        ...row,
        ...context,
        week: openingWeek(openingHours, now, settings),
        exceptions: exceptionalDays(openingHours, now, settings),
        headingLevel: settings.headingLevel,
        report: settings.report,
        own,
      },
      {
        close,
        act: action => host.dispatchEvent(new LocalShopActionEvent({action, id: place.id, place})),
        saveContact: () => void import('./share.js').then(({saveContact}) => saveContact(place)),
      },
    );
  };
}
