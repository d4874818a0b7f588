import {formatTime} from '@local-widgets/core';
import {html, type TemplateResult} from 'lit';
import {fullDay} from '../format/days.js';
import type {DeskOwner} from '../state/desk-owner.js';
import type {Paper} from './paper.js';

/** What is to be made on a day, on A4, with a box to tick by hand. */
export function preparationPaper(
  {day, lines}: Extract<Paper, {kind: 'preparation'}>,
  owner: DeskOwner,
): TemplateResult {
  const {messages, language} = owner.words();
  const at = (instant: string): string => formatTime(new Date(instant), language, owner.timeZone);
  return html`<article class="sheet">
    <h1>${owner.profile?.name ?? ''}</h1>
    <p>${messages.preparationOn(fullDay(day, language))}</p>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${messages.quantity}</th>
          <th scope="col">${messages.product}</th>
          <th scope="col">${messages.slotTime}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({name, quantity, bySlot}) =>
            html`<tr>
              <td class="tick"></td>
              <td><b>${quantity}</b></td>
              <td>${name}</td>
              <td>
                ${bySlot.map(slot => messages.atTime(at(slot.startsAt), slot.quantity)).join(' · ')}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </article>`;
}
