import type { Category } from './category.ts';
import { equipmentCategories } from './equipment-category.ts';
import { helpCategories } from './help-category.ts';
import { socialCategories } from './social-category.ts';

export const categories: readonly Category[] = [...helpCategories, ...socialCategories, ...equipmentCategories];

const byId: ReadonlyMap<string, Category> = new Map(categories.map((category) => [category.id, category]));

/** The category of that id; undefined for one we do not have. */
export function categoryOf(id: string): Category | undefined {
  return byId.get(id);
}

/** The category itself and the wider ones it serves: bingo, then social club. An id we do not know is only itself. */
export function kindsOf(id: string): readonly string[] {
  return [id, ...(byId.get(id)?.kindOf ?? [])];
}

/** Whether it is a thing to be had, such as a key safe, and not something done for somebody. */
export function isEquipmentCategory(id: string): boolean {
  return kindsOf(id).includes('equipment');
}

/** A need as it is spoken: "gardening", "a lunch club". */
export function needWords(id: string): string {
  return byId.get(id)?.spoken ?? id.replaceAll('-', ' ');
}

/** The needs in three groups, for those who look through them. */
export const categoryGroups = [
  { title: 'Help at home, getting about and advice', categories: helpCategories }, { title: 'Company, interests and keeping well', categories: socialCategories }, { title: 'Things that make a home easier', categories: equipmentCategories },
] as const;
