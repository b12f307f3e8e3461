import { addDays, localDate, type LocalDate } from '../../../models/shared/index.ts';
import { page } from '../page.ts';
import { csvRow } from '../words.ts';

/** A file of money as it should look: with the people of the demonstration to try it out on, elsewhere with numbers that are nobody's. */
export const moneyInExamplePage = page({
  name: 'money-in-example', path: '/money-in/example.csv', rule: 'bring-in-money',
  view: async ({ services, now }) => {
    const people = services.isDemonstration ? (await services.people.find('')).map(({ personId }) => personId) : [];
    const [one, other] = [people[0] ?? 'EXAMPLE-1', people[1] ?? 'EXAMPLE-2'];
    const day = written(addDays(localDate(now, services.council.timeZone), -1));
    const rows = [
      ['Council number', 'Date', 'Kind', 'Amount', 'Reference', 'Words'],
      [one, day, 'allocation', '£276.00', 'EX-1', 'four weeks’ money'], [one, day, 'payment', '12.50', 'EX-2', 'a taxi to the day centre'], [other, day, 'allocation', '£1,104.00', 'EX-3', 'sixteen weeks’ money'],
      [other, day, 'adjustment', '(£3.00)', 'EX-4', 'paid in twice'], [other, day, 'payment', '1,23.50', 'EX-5', 'a sum with a slip in it'],
    ];
    return { file: { name: 'money-in-example.csv', type: 'text/csv', text: rows.map(csvRow).join('') } };
  },
});

function written(day: LocalDate): string {
  return day.split('-').reverse().join('/');
}
