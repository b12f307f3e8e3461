import { equipmentCategories } from './equipment-category.ts';
import { helpCategories } from './help-category.ts';
import { socialCategories } from './social-category.ts';

/** A need people name: the ids that the language model's NEED slot gives, and what we sort the directory by. */
export interface Category {
  readonly id: string;
  /** As it is spoken: "social club". */
  readonly spoken: string;
  /** Words and phrases, of directories and of people, that mean it. */
  readonly phrases: readonly string[];
  /** What people say and mean it by, that in a directory's text means too much else: "company", "carer". */
  readonly alsoSaid?: readonly string[];
  /** Wider needs that it serves as well: bingo is a social club. */
  readonly kindOf?: readonly string[];
  /** What to offer when there is none of it. */
  readonly near?: readonly string[];
}

export const categories: readonly Category[] = [...helpCategories, ...socialCategories, ...equipmentCategories];

const byId: ReadonlyMap<string, Category> = new Map(categories.map((category) => [category.id, category]));

export function categoryOf(id: string): Category | undefined {
  return byId.get(id);
}

/** The category itself and the wider ones it serves: bingo, then social club. An id we do not know is only itself. */
export function kindsOf(id: string): readonly string[] {
  return [id, ...(byId.get(id)?.kindOf ?? [])];
}

export function isEquipmentCategory(id: string): boolean {
  return kindsOf(id).includes('equipment');
}
