// Hears a sentence on Tuesday the 1st of December 2026 at eight in the morning, and keeps what counts.
import model from '../../models/en-GB.json' with { type: 'json' };
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { understandingOfOurs } from '../../lambda/understanding/understanding-of-ours.ts';
import type { Hearing, Understood } from '../../skill/understand/index.ts';

export const { intents, types } = model.interactionModel.languageModel;
export const understanding = understandingOfOurs();
export const tuesday = { today: '2026-12-01' as LocalDate, now: '08:00' as LocalTime };

export interface Heard { readonly intent: string; readonly slots: Readonly<Record<string, string>>; readonly confidence: number }

export async function hear(text: string, hearing: Partial<Hearing> = {}): Promise<Heard> {
  const understood = await understanding.understand(text, { ...tuesday, ...hearing });
  return { intent: understood.intent, slots: slotValues(understood), confidence: understood.confidence };
}

/** The id where there is one, else the value; empty slots are left out. */
function slotValues({ slots }: Understood): Record<string, string> {
  return Object.fromEntries(Object.values(slots).flatMap(({ name, value, resolutions }) => (value === undefined ? [] : [[name, resolutions?.resolutionsPerAuthority?.[0]?.values[0]?.value.id ?? value]])));
}
