import type {Carriers} from '../../../src/outbox/carriers.js';
import type {Mail, MailError} from '../../../src/mail/mailer.js';
import type {WebhookAnswer, WebhookCall} from '../../../src/webhooks/post-webhook.js';

export interface RecordingCarriers extends Carriers {
  mails: Mail[];
  calls: WebhookCall[];
  /** What the next webhooks are answered; 200 once it is empty. An error is thrown. */
  answers: (WebhookAnswer | Error)[];
  /** What befalls the next mails. */
  mailErrors: MailError[];
  isClosed: boolean;
}

/** Carriers that keep what they are given, and send nothing. */
export function recordingCarriers(): RecordingCarriers {
  const carriers: RecordingCarriers = {
    mails: [],
    calls: [],
    answers: [],
    mailErrors: [],
    isClosed: false,
    mailer: {
      send(mail) {
        carriers.mails.push(mail);
        const error = carriers.mailErrors.shift();
        return error ? Promise.reject(error) : Promise.resolve();
      },
      close: () => undefined,
    },
    post(call) {
      carriers.calls.push(call);
      const answer = carriers.answers.shift() ?? {status: 200};
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    close: () => (carriers.isClosed = true),
  };
  return carriers;
}
