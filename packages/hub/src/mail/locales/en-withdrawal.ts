import type {MailWords} from './fr.js';

/** As in Directive 2011/83/EU, annex I, with the articles of French law that apply. */
export const englishWithdrawal: MailWords['withdrawal'] = {
  title: 'Right of withdrawal',
  right: [
    'You have the right to withdraw from this contract within 14 days without giving any reason. The withdrawal period will expire after 14 days from the day on which you acquire, or a third party other than the carrier and indicated by you acquires, physical possession of the goods.',
    'To exercise this right, choose “Withdraw from contract here” on the page of the order, or inform us of your decision by an unequivocal statement (a letter or e-mail). You may use the form below, but it is not obligatory. It is sufficient for you to send your statement before the withdrawal period has expired.',
    'If you withdraw, we shall reimburse to you all payments received from you, including the costs of standard delivery, without undue delay and in any event not later than 14 days from the day on which we are informed about your decision, using the same means of payment as you used. We may withhold reimbursement until we have received the goods back or you have supplied evidence of having sent them back. You shall send back or hand over the goods not later than 14 days from your decision; you will have to bear the direct cost of returning them.',
  ],
  noRight:
    'There is no right of withdrawal for this order (code de la consommation, article L. 221-28):',
  noRightAtAll:
    'There is no right of withdrawal for this order (code de la consommation, article L. 221-28).',
  exceptions: 'This right does not apply to (code de la consommation, article L. 221-28):',
  reasons: {
    perishable: names => `${names}: goods liable to deteriorate or expire rapidly (4°)`,
    'made-to-order': names =>
      `${names}: goods made to your specifications or clearly personalised (3°)`,
    'sealed-hygiene': names =>
      `${names}: goods not suitable for return for reasons of hygiene, once unsealed by you (5°)`,
  },
  form: {
    title: 'Withdrawal form',
    lines: seller => [
      '(Complete and return this form only if you wish to withdraw from the contract.)',
      `To ${seller}:`,
      'I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale of the following goods (*)/for the provision of the following service (*):',
      'Ordered on (*)/received on (*):',
      'Name of consumer(s):',
      'Address of consumer(s):',
      'Signature of consumer(s) (only if this form is notified on paper):',
      'Date:',
      '(*) Delete as appropriate.',
    ],
  },
};
