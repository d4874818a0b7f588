import {mailUrl, siteName, telUrl, UGC_REL, webUrl} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {MAIL, SITE} from '../symbols/more-icons.js';
import {PHONE, uiIcon} from '../symbols/ui-icons.js';
import {directionsTemplate} from './directions.js';

/** The ways to a place, the telephone first: nobody has to write who can talk. */
export function contactTemplate(place: Place, messages: Messages): TemplateResult {
  const phone = telUrl(place.telephone);
  const mail = mailUrl(place.email);
  const site = webUrl(place.url);
  return html`<div class="contact">
    ${
      phone && place.telephone
        ? html`<a class="button primary" href=${phone}>
            ${uiIcon(PHONE)} ${messages.call(place.telephone)}
          </a>`
        : nothing
    }
    ${mail ? html`<a class="button" href=${mail}>${uiIcon(MAIL)} ${messages.write}</a>` : nothing}
    ${
      site
        ? html`<a class="button" href=${site} rel=${UGC_REL}>
            ${uiIcon(SITE)} ${messages.site(siteName(site))}
          </a>`
        : nothing
    }
    ${directionsTemplate(place, messages)}
  </div>`;
}
