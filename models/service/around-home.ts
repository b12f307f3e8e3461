import type { Household } from '../household/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { Suiting } from './suits.ts';

/** A person's place and age on a day, as the directory asks for them; what the household does not say is left out. */
export function aroundHome({ area, bornOn }: Pick<Household, 'area' | 'bornOn'>, today: LocalDate): Pick<Suiting, 'today' | 'area' | 'near' | 'age'> {
  const { latitude, longitude, name } = area;
  return {
    today, area: name,
    ...(latitude !== undefined && longitude !== undefined && { near: { latitude, longitude } }),
    ...(bornOn !== undefined && { age: ageOn(bornOn, today) }),
  };
}

function ageOn(bornOn: string, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
