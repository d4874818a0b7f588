import {
  canShare,
  copyText,
  deliverLink,
  download,
  fileWords,
  formatNumber,
  isoDateIn,
  linkTo,
  type LocalElement,
} from '@local-widgets/core';
import {placesToText, type Place} from '@local-widgets/model';
import type {TemplateResult} from 'lit';
import type {DetailsSettings} from '../details/details-settings.js';
import type {PanelPart} from '../search/panels.js';
import type {ShopsOwner} from '../state/shops-owner.js';
import type {FileKind} from './files.js';
import {sharePanelTemplate} from './share-panel.js';

/**
 * The panel that shares and exports: always exactly the places that the list shows, on all its pages, in
 * its order. Nothing is sent anywhere but to where the visitor puts it.
 */
export class Sharing implements PanelPart {
  private status = '';
  private byHand: string | undefined;
  /** The answer that the status spoke of; another one makes it old. */
  private spokenOf: readonly number[] | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: Pick<ShopsOwner, 'shops' | 'words' | 'focus'>,
  ) {}

  panel(_name: 'share', {timeZone}: Pick<DetailsSettings, 'timeZone'>): TemplateResult {
    const {owner, spokenOf} = this;
    const {indices} = owner.shops;
    const isOld = spokenOf !== indices;
    return sharePanelTemplate(
      {
        count: indices.length,
        canShare: canShare(linkTo(this.host)),
        status: isOld ? '' : this.status,
        byHand: isOld ? undefined : this.byHand,
        ...owner.words(),
      },
      {
        link: () => void this.shareLink(),
        list: () => void this.copyList(),
        print: () => print(),
        file: kind => this.save(kind, timeZone),
      },
    );
  }

  private get places(): Place[] {
    const {index, indices} = this.owner.shops;
    return indices.map(at => index?.places[at] as Place);
  }

  private async shareLink(): Promise<void> {
    const {messages} = this.owner.words();
    const url = linkTo(this.host);
    const delivery = await deliverLink(url, document.title);
    if (delivery === 'failed') this.giveByHand(url);
    else if (delivery === 'copied') this.say(messages.linkCopied);
    else this.say(delivery === 'shared' ? messages.linkShared : '');
  }

  private async copyList(): Promise<void> {
    const {messages, language} = this.owner.words();
    const {places} = this;
    const text = placesToText(places, {nameOf: messages.category});
    if (!(await copyText(text))) this.giveByHand(text);
    else this.say(messages.listCopied(places.length, formatNumber(places.length, language)));
  }

  private save(kind: FileKind, timeZone: string): void {
    const {messages, language} = this.owner.words();
    const {places, host} = this;
    const {length} = places;
    const title = fileWords(document.title) ?? host.localName;
    const file = `${title}-${isoDateIn(host.clock.now(), timeZone)}.${kind.extension}`;
    try {
      download(kind.write(places, messages.category), kind.type, file);
      this.say(messages.downloaded(file, length, formatNumber(length, language)));
    } catch {
      this.say(messages.downloadFailed);
    }
  }

  /** Where nothing may copy for a person, the text is there, selected. */
  private giveByHand(text: string): void {
    this.say(this.owner.words().messages.copyByHand, text);
    this.owner.focus('.by-hand');
    void this.host.updateComplete.then(() => {
      this.host.renderRoot.querySelector<HTMLTextAreaElement>('.by-hand')?.select();
    });
  }

  private say(status: string, byHand?: string): void {
    this.status = status;
    this.byHand = byHand;
    this.spokenOf = this.owner.shops.indices;
    this.host.requestUpdate();
  }
}
