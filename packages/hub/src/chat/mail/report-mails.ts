import type {ChatReport} from '@local-widgets/model/schemas.js';
import type {Block, MailDocument} from '../../mail/blocks.js';
import {facts} from '../../mail/templates/order-parts.js';
import {HubProblem} from '../../http/problem.js';
import {requireReport} from '../moderation/reports.js';
import type {ChatMailView} from './chat-document.js';

/** Tells the people of a shop of a notice. */
export async function reportNews(view: ChatMailView): Promise<MailDocument | undefined> {
  const report = await reportOf(view);
  if (report?.state !== 'open') return undefined;
  const {shop, words, receiver, format, publicUrl} = view;
  const {labels, ...say} = words.report;
  const by = [report.name, report.email].filter(Boolean).join(', ');
  return {
    subject: say.subject(shop.settings.name),
    language: receiver.language,
    title: say.title,
    blocks: [
      facts([
        [labels.reason, words.reasons[report.reason]],
        [labels.explanation, report.explanation],
        [labels.by, by || say.anonymous],
        [labels.at, format.exactly(new Date(report.receivedAt))],
      ]),
      ...messageBlock(view, report),
      {kind: 'text', text: say.law},
      {kind: 'link', text: say.open, url: `${publicUrl}/desk/`},
    ],
    footer: say.footer(hostOf(view)),
  };
}

/** Confirms to whoever sent a notice that it came (regulation (EU) 2022/2065, art. 16 (4)). */
export async function reportReceived(view: ChatMailView): Promise<MailDocument | undefined> {
  const report = await reportOf(view);
  if (!report) return undefined;
  const {shop, words, receiver, format} = view;
  const {received} = words;
  const {name} = shop.settings;
  return {
    subject: received.subject(name),
    language: receiver.language,
    title: received.title,
    blocks: [
      {kind: 'text', text: received.text(name)},
      facts([
        [received.number, report.id],
        [words.report.labels.at, format.exactly(new Date(report.receivedAt))],
        [words.report.labels.reason, words.reasons[report.reason]],
        [words.report.labels.explanation, report.explanation],
      ]),
    ],
    footer: received.footer(hostOf(view), name),
  };
}

/** Tells whoever sent a notice what was decided, why, and how to contest it (art. 16 (5)). */
export async function reportDecided(view: ChatMailView): Promise<MailDocument | undefined> {
  const report = await reportOf(view);
  if (!report?.decision || report.state === 'open') return undefined;
  const {shop, words, receiver} = view;
  const {decided, received} = words;
  const {name} = shop.settings;
  return {
    subject: decided.subject(name),
    language: receiver.language,
    title: decided.title[report.state],
    blocks: [
      {kind: 'text', text: decided.text},
      facts([
        [received.number, report.id],
        [decided.reason, report.decision.reason],
      ]),
      {kind: 'text', text: decided.contest(name)},
    ],
    footer: received.footer(hostOf(view), name),
  };
}

const hostOf = ({publicUrl}: ChatMailView) => new URL(publicUrl).host;

async function reportOf({context, data}: ChatMailView): Promise<ChatReport | undefined> {
  try {
    return (await requireReport(context.db, data.report ?? '')).report;
  } catch (error) {
    if (error instanceof HubProblem) return undefined;
    throw error;
  }
}

function messageBlock({words}: ChatMailView, {message}: ChatReport): Block[] {
  const lines = [...(message.text?.split('\n') ?? []), ...(message.image ? [words.picture] : [])];
  if (lines.length === 0) return [];
  const {labels} = words.report;
  return [{kind: 'form', title: `${labels.message}, ${message.author.name ?? ''}`, lines}];
}
