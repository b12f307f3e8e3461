import { foundById, type Directory, type FoundService } from '../../models/service/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import type { Turn } from '../turn.ts';

/** The person's place, age and day, as the directory asks for them. */
export function around({ record: { household }, today }: Turn): { today: LocalDate; area: string; near?: { latitude: number; longitude: number }; age?: number } {
  const { latitude, longitude, name } = household.area;
  const age = household.bornOn === undefined ? undefined : ageOn(household.bornOn, today);
  return {
    today, area: name,
    ...(latitude !== undefined && longitude !== undefined && { near: { latitude, longitude } }),
    ...(age !== undefined && { age }),
  };
}

export function directoryOf(turn: Turn): Promise<Directory> {
  return turn.services.directory(turn.record.councilId);
}

export function foundAll(turn: Turn, directory: Directory, ids: readonly string[]): readonly FoundService[] {
  return ids.map((id) => foundById(directory, id, around(turn))).filter((found) => found !== undefined);
}

function ageOn(bornOn: string, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
