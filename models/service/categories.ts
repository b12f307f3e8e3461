import type { Category } from './category.ts';
import { equipmentCategories } from './equipment-category.ts';
import { helpCategories } from './help-category.ts';
import { socialCategories } from './social-category.ts';

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
