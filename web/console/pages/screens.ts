import { PageProblem } from '../../errors.ts';
import type { ConsoleServices } from '../console-port.ts';
import { textIn } from '../form-text.ts';
import { personPage } from '../page.ts';

/** Screens and Home Assistants in somebody's home: the code a screen shows is typed here, and what it may show is chosen. */
export const screensPage = personPage({
  name: 'screens', path: '/people/:personId/screens', rule: 'link-devices',
  view: async ({ services, record, form }) => ({ template: 'console/pages/screens.njk', title: 'Screens', model: {
    screens: await deskOf(services).of(record.personId), values: { code: textIn(form['code']), place: textIn(form['place']) || 'Living room', shows: form['shows'] ?? 'nothing-private' },
  } }),
  submit: async ({ services, record: { personId }, form, request }) => {
    const desk = deskOf(services);
    const here = `/people/${personId}/screens`;
    if (form['do'] === 'remove') {
      await desk.remove(personId, textIn(form['deviceId']));
      return { go: here, said: 'screen-removed' };
    }
    const name = textIn(form['place']).slice(0, 40);
    const shows = form['shows'] === 'names' ? 'names' : 'nothing-private';
    if (name === '') return { faults: [{ field: 'place', message: 'Say where it is, like “living room”' }] };
    if (form['do'] === 'home-assistant') {
      const made = await desk.addHomeAssistant({ personId, name, shows });
      if (made === 'no-such-person') throw new PageProblem(404, 'There is nobody here any more.');
      return { shown: { template: 'console/pages/home-assistant.njk', title: 'Home Assistant', model: { ...made, host: request.hostname } } };
    }
    const code = textIn(form['code']);
    if (code.replaceAll(/[^A-Za-z0-9]/g, '').length !== 6) return { faults: [{ field: 'code', message: 'Type the six letters and figures that the screen shows' }] };
    const result = await desk.pair({ code, personId, name, shows });
    return result === 'paired' ? { go: here, said: 'screen' } : { faults: [{ field: 'code', message: 'No screen is showing that code now. Check it on the screen, and type it again. A code is good for fifteen minutes' }] };
  },
});

function deskOf({ screens }: ConsoleServices): NonNullable<ConsoleServices['screens']> {
  if (screens === undefined) throw new PageProblem(404, 'No screens can be reached from here.');
  return screens;
}
