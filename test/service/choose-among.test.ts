// Promise: "the cheaper one", "the free one" and "the nearest" pick what was meant, or say that it cannot be told.
import { expect, test } from '@jest/globals';
import { buildDirectory, chooseAmong, findServices } from '../../models/service/index.ts';
import { aService, at, free, margaretAsks, price, volunteers } from './a-service.ts';

const green = aService('Green Gardens', { ...price(15, 'per hour'), ...at(3000), mc_approved: true, mc_wait_weeks: 1 });
const hands = aService('Helping Gardens', { ...free, ...volunteers, ...at(900), mc_wait_weeks: 2 });
const smith = aService("Smith's Gardens", { ...price(22, 'per hour'), ...at(400) });
const dayGardens = aService('Day Gardens', price(90, 'per day'));

function choose(quality: string, services = [green, hands, smith]) {
  const choice = chooseAmong(findServices(buildDirectory(services), margaretAsks({ category: 'gardening' })), quality);
  return choice.kind === 'one' ? choice.found.name : choice.kind === 'several' ? choice.found.map(({ name }) => name) : choice.kind;
}

test.each([
  ['free', 'Helping Gardens'], ['cheaper', 'Helping Gardens'], ['cheapest', 'Helping Gardens'], ['dearer', "Smith's Gardens"], ['nearest', "Smith's Gardens"], ['soonest', 'Green Gardens'],
  ['approved', 'Green Gardens'], ['voluntary', 'Helping Gardens'], ['paid', ['Green Gardens', "Smith's Gardens"]], ['first-listed', 'Green Gardens'], ['last-listed', "Smith's Gardens"], ['bluest', 'cannot-tell'],
])('of three gardeners, the %s is %s', (quality, expected) => {
  expect(choose(quality)).toEqual(expected);
});

test('of two that cost money the cheaper is the one with the lower price', () => {
  expect(choose('cheaper', [green, smith])).toBe('Green Gardens');
});

test('a price by the day and one by the hour cannot be compared', () => {
  expect(choose('cheaper', [green, dayGardens])).toBe('cannot-tell');
});

test('a tie is told, not broken', () => {
  expect(choose('cheapest', [green, { ...smith, ...price(15, 'per hour') }])).toHaveLength(2);
});

test('no free one is none, and no distance cannot be told', () => {
  expect(choose('free', [green, smith])).toBe('none');
  expect(choose('nearest', [dayGardens])).toBe('cannot-tell');
  expect(choose('nearest', [])).toBe('none');
});
