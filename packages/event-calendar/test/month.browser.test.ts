import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {hear, MEDIUM, NARROW, open, textOf, until, WIDE, type CalendarHarness} from './harness.js';
import {dayOf, every, readingOf, townReading} from './readings.js';

const attributes = {view: 'month'};

/** Opens June 2026 with the keyboard on a day of it. */
async function onDay(date: string, around: Record<string, string> = {}): Promise<CalendarHarness> {
  const calendar = await open({
    reading: townReading,
    attributes: {...attributes, date},
    around,
  });
  const found = calendar.all<HTMLButtonElement>(`.date[data-day="${dayOf(date)}"]`);
  found[0]!.focus();
  return calendar;
}

/** Presses a key and waits for the day that it leads to. */
async function key(calendar: CalendarHarness, press: string, day: string): Promise<void> {
  await sendKeys({press});
  await until(() => calendar.focused?.includes(day), `the keyboard on ${day} after ${press}`);
}

describe('the month of <local-event-calendar>', () => {
  it('is accessible, and a grid in a real table', async () => {
    const calendar = await open({reading: townReading, attributes});
    await expect(calendar.element).to.be.accessible();
    const table = calendar.one('table');
    expect(table.role).to.equal('grid');
    expect(textOf(table.querySelector('caption'))).to.equal('juin 2026');
    const heads = [...table.querySelectorAll('th')];
    expect(heads.map(head => `${textOf(head)} ${head.abbr}`)).to.deep.equal([
      'lun. lundi',
      'mar. mardi',
      'mer. mercredi',
      'jeu. jeudi',
      'ven. vendredi',
      'sam. samedi',
      'dim. dimanche',
    ]);
    expect(heads.every(head => head.scope === 'col')).to.equal(true);
    expect(calendar.all('.month td').length).to.equal(35);
  });

  it('names each day with its events, holidays and that it is today', async () => {
    const calendar = await open({
      reading: townReading,
      attributes: {...attributes, date: '2026-07-14'},
    });
    expect(calendar.days).to.include('mercredi 1er juillet 2026, 2 évènements');
    const national = 'mardi 14 juillet 2026, Fête nationale, 1 évènement';
    await until(() => calendar.days.includes(national), 'the name of the holiday');
    const june = await open({reading: townReading, attributes});
    expect(june.days).to.include('Aujourd’hui, vendredi 12 juin 2026, 2 évènements');
    expect(june.days).to.include('samedi 13 juin 2026, 6 évènements');
  });

  it('has one tab stop', async () => {
    const calendar = await open({reading: townReading, attributes});
    const stops = calendar.all('.month :is(button, a)').filter(each => each.tabIndex === 0);
    expect(stops.map(textOf)).to.deep.equal(['12']);
  });

  it('moves by days and weeks with the arrows, into other months too', async () => {
    const calendar = await onDay('2026-06-12');
    await key(calendar, 'ArrowRight', 'samedi 13 juin');
    await key(calendar, 'ArrowDown', 'samedi 20 juin');
    await key(calendar, 'ArrowLeft', 'vendredi 19 juin');
    await key(calendar, 'ArrowUp', 'vendredi 12 juin');
    for (const day of ['5 juin', '29 mai', '22 mai']) await key(calendar, 'ArrowUp', day);
    expect(calendar.period).to.equal('mai 2026');
    await until(() => calendar.status.startsWith('mai 2026'), 'a word about the month');
  });

  it('goes to the ends of the week with Home and End', async () => {
    const calendar = await onDay('2026-06-10');
    await key(calendar, 'Home', 'lundi 8 juin');
    await key(calendar, 'End', 'dimanche 14 juin');
  });

  it('turns months with PageUp and PageDown, years with Shift, and says which', async () => {
    const calendar = await onDay('2026-05-31');
    await key(calendar, 'PageDown', 'mardi 30 juin 2026');
    expect(calendar.period).to.equal('juin 2026');
    expect(calendar.status).to.match(/^juin 2026, \d+ évènements$/);
    await key(calendar, 'PageUp', 'samedi 30 mai 2026');
    await sendKeys({down: 'Shift'});
    await key(calendar, 'PageDown', 'dimanche 30 mai 2027');
    await key(calendar, 'PageUp', 'samedi 30 mai 2026');
    await sendKeys({up: 'Shift'});
  });

  it('leaves other keys to the page', async () => {
    const calendar = await onDay('2026-06-12');
    const event = new KeyboardEvent('keydown', {
      key: 'a',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    calendar.root.activeElement!.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('mirrors left and right where text runs from right to left', async () => {
    const calendar = await onDay('2026-06-12', {dir: 'rtl'});
    await key(calendar, 'ArrowLeft', 'samedi 13 juin');
    await key(calendar, 'ArrowRight', 'vendredi 12 juin');
  });

  it('opens a day with Enter: its events are listed, and the list has the keyboard', async () => {
    const calendar = await onDay('2026-06-13');
    await sendKeys({press: 'Enter'});
    await until(() => calendar.focused === 'Demain, samedi 13 juin', 'the list of the day');
    expect(calendar.rows.map(({name}) => name)).to.deep.equal([
      'Sortie nature : les oiseaux du marais au petit matin, en silence et en bottes',
      'Marché du samedi',
      'Café réparation',
      'Conseil municipal',
      'Bal de la Saint-Jean',
      'Les haies du pays d’Orbelle, photographies de Solène Marchevert',
    ]);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await until(() => calendar.dialog, 'the event');
  });

  it('opens a day and an event with the pointer', async () => {
    const calendar = await open({reading: townReading, attributes, width: WIDE});
    await calendar.press('+3 de plus');
    await until(() => calendar.focused === 'Demain, samedi 13 juin', 'the list of the day');
    const item = calendar.all('.month .item').find(each => textOf(each).startsWith('20 h 30'));
    item!.click();
    await calendar.opened('Concert au café des Tilleuls');
  });

  it('draws what lasts days as one bar over them', async () => {
    const calendar = await open({reading: townReading, attributes, width: WIDE});
    const bar = calendar.all('.month .bar').find(each => textOf(each) === 'Festival des jardins')!;
    const days =
      bar.getBoundingClientRect().width / bar.parentElement!.getBoundingClientRect().width;
    expect(days).to.be.within(2.9, 3);
    const table = calendar.one('.month').getBoundingClientRect();
    for (const item of calendar.all('.month .item')) {
      expect(item.getBoundingClientRect().right).to.be.at.most(table.right + 0.5);
    }
  });

  it('says in a cell that an event is cancelled or full', async () => {
    const calendar = await open({
      reading: readingOf({name: 'Bal', start: '2026-06-13T21:00', eventStatus: 'cancelled'}),
      attributes,
    });
    expect(calendar.all('.month .item').map(textOf)).to.deep.equal(['21 h Annulé : Bal']);
  });

  it('begins weeks as the language does', async () => {
    const calendar = await open({reading: townReading, attributes, around: {lang: 'en-us'}});
    await until(() => calendar.days[0]?.startsWith('Sunday'), 'English');
    expect(calendar.all('.month th').map(({textContent}) => textContent)[0]).to.contain('Sun');
  });

  it('turns by its buttons, and comes back to today', async () => {
    const calendar = await open({reading: townReading, attributes});
    await calendar.press('Mois suivant');
    expect(calendar.period).to.equal('juillet 2026');
    await calendar.press('Aujourd’hui');
    expect(calendar.period).to.equal('juin 2026');
    await calendar.press('Mois précédent');
    expect(calendar.period).to.equal('mai 2026');
  });

  it('is a grid of dots with the list of a day where it is narrow', async () => {
    const calendar = await open({reading: townReading, attributes, width: NARROW});
    const dot = calendar.all('.month .item:not(.bar)')[0]!.getBoundingClientRect();
    expect(dot.width).to.be.below(10);
    const day = calendar.day('samedi 13 juin').getBoundingClientRect();
    expect(Math.min(day.width, day.height)).to.be.at.least(24);
    calendar.day('samedi 13 juin').click();
    await until(() => calendar.names.includes('Café réparation'), 'the list of the day');
  });

  it('has at most 480 elements in a crowded month', async () => {
    const reading = readingOf(
      ...Array.from({length: 60}, (_, i) => ({
        name: `Évènement ${i}`,
        start: `2026-05-25T${String(8 + (i % 12)).padStart(2, '0')}:00`,
        also: every(1, '2026-05-26', 3).concat(every(5, '2026-06-01', 8)),
      })),
    );
    const calendar = await open({reading, attributes: {...attributes, date: '2026-08-15'}});
    await calendar.press('Mois précédent');
    await calendar.press('Mois précédent');
    expect(calendar.all('*').length).to.be.at.most(480);
  });

  it('lists twenty of a crowded day, and all when somebody asks', async () => {
    const day = (count: number) =>
      readingOf(
        ...Array.from({length: count}, (_, i) => ({
          name: `Évènement ${i}`,
          start: `2026-06-12T10:${String(i).padStart(2, '0')}`,
        })),
      );
    const calendar = await open({reading: day(30), attributes});
    expect(calendar.names.length).to.equal(20);
    await calendar.press('Afficher plus d’évènements (10)');
    await until(() => calendar.focused === 'Évènement 20', 'the first of those that came');
    expect(calendar.names.length).to.equal(30);
  });

  it('tells the page nothing before a person does something', async () => {
    const calendar = await open({reading: townReading, attributes, width: MEDIUM});
    const heard = hear(calendar, 'local-event-select');
    await calendar.press('Mois suivant');
    expect(heard).to.be.empty;
  });
});
