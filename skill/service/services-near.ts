import { aroundHome, foundById, type Directory, type FoundService } from '../../models/service/index.ts';
import type { Turn } from '../turn.ts';

/** The person's place, age and day, as the directory asks for them. */
export function around({ record: { household }, today }: Turn): ReturnType<typeof aroundHome> {
  return aroundHome(household, today);
}

export function directoryOf(turn: Turn): Promise<Directory> {
  return turn.services.directory(turn.record.councilId);
}

export function foundAll(turn: Turn, directory: Directory, ids: readonly string[]): readonly FoundService[] {
  return ids.map((id) => foundById(directory, id, around(turn))).filter((found) => found !== undefined);
}
