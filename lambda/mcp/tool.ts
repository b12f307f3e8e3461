import type * as z from 'zod';
import type { AssistantDeed, AssistantKey } from '../../models/access/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant, LocalDate } from '../../models/shared/index.ts';
import type { Services } from '../services.ts';

/** What a tool is called with: whoever asks, and the person as they are now. */
export interface Called {
  readonly services: Services;
  readonly key: Pick<AssistantKey, 'id' | 'identity'>;
  readonly record: PersonRecord;
  readonly deeds: readonly AssistantDeed[];
  readonly now: Instant;
  readonly today: LocalDate;
  readonly zone: string;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
}

/** What comes back: words to say, and the same as facts. `isRefused`: it was not done, and the words say how to mend it. */
export interface Told {
  readonly words: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly isRefused?: true;
}

/** One thing an assistant can ask of us. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** For the assistant: what it gives, and what to do with it. */
  readonly about: string;
  readonly deed: AssistantDeed;
  /** The person may have said that it is only told after their four numbers. */
  readonly isPrivate?: true;
  readonly changes?: true;
  readonly input: Input;
  readonly run: (called: Called, input: z.output<Input>) => Promise<Told>;
}

/** Keeps what the schema says of the input while the tool is written; outside it is one among others. */
export function tool<Input extends z.ZodObject>(of: Tool<Input>): Tool {
  return { ...of, run: of.run as Tool['run'] };
}

export const refused = (why: string, words: string, facts: Told['facts'] = {}): Told => ({ words, facts: { refused: why, ...facts }, isRefused: true });
