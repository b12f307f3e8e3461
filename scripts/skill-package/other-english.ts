import type { v1 } from 'ask-smapi-model';

type Model = v1.skill.interactionModel.InteractionModelData;
type Intent = v1.skill.interactionModel.Intent;
type SlotType = v1.skill.interactionModel.SlotType;

/** British words and what is said for them elsewhere: `{ "carer": "caregiver" }`. */
export type Differences = Readonly<Record<string, string>>;

/** Amazon's own advice ends here; more samples of one intent begin to pull at the others. */
const mostSamples = 60;

/**
 * The language model for a device set to another English. The person lives here and speaks British as well: everything
 * British stays, and what they would say instead is added beside it, unless it belongs to something else already.
 */
export function otherEnglish(model: Model, differences: Differences): Model {
  const { languageModel } = model.interactionModel;
  const taken = new Set(languageModel.intents.flatMap((intent) => (intent.samples ?? []).map((sample) => sameAs(intent, sample))));
  return {
    ...model,
    interactionModel: {
      ...model.interactionModel,
      languageModel: { ...languageModel, intents: languageModel.intents.map((intent) => withSamples(intent, differences, taken)), types: (languageModel.types ?? []).map((type) => withSynonyms(type, differences)) },
    },
  };
}

function withSamples(intent: Intent, differences: Differences, taken: Set<string>): Intent {
  const samples = intent.samples ?? [];
  const added = samples.flatMap((sample) => {
    const other = elsewhere(sample, differences);
    if (other === sample || taken.has(sameAs(intent, other))) return [];
    taken.add(sameAs(intent, other));
    return [other];
  });
  return { ...intent, samples: [...samples, ...added].slice(0, Math.max(samples.length, mostSamples)) };
}

function withSynonyms(type: SlotType, differences: Differences): SlotType {
  const values = type.values ?? [];
  const taken = new Set(values.flatMap(({ name }) => [name.value, ...saidFor(name.synonyms)]));
  return {
    ...type,
    values: values.map((value) => {
      const said = [value.name.value, ...saidFor(value.name.synonyms)];
      const added = said.map((words) => elsewhere(words, differences)).filter((words, place, all) => !taken.has(words) && all.indexOf(words) === place);
      added.forEach((words) => taken.add(words));
      return { ...value, name: { ...value.name, synonyms: [...saidFor(value.name.synonyms), ...added] } };
    }),
  };
}

/** The same words as they are said elsewhere; slots are left alone. */
function elsewhere(text: string, differences: Differences): string {
  return text.split(' ').map((word) => differences[word] ?? word).join(' ');
}

/** By this two samples would be one to Amazon: slots of one type are the same, and marks do not count. */
function sameAs({ slots = [] }: Intent, sample: string): string {
  return sample.replaceAll(/\{(\w+)\}/g, (_, slot: string) => `{${slots.find(({ name }) => name === slot)?.type ?? ''}}`).replaceAll(/['.-]/g, '');
}

/** The types say that there always are some; Amazon's own files leave them out. */
export function saidFor(synonyms: string[] | undefined): string[] {
  return synonyms ?? [];
}
