import type { v1 } from 'ask-smapi-model';

type Model = v1.skill.interactionModel.InteractionModelData;
type Intent = v1.skill.interactionModel.Intent;
type SlotType = v1.skill.interactionModel.SlotType;

/** Everything in a language model that Amazon would refuse or that would make two intents pull at one sentence; each as one sentence. */
export function interactionModelFaults(model: Model): readonly string[] {
  const { invocationName, intents, types = [] } = model.interactionModel.languageModel;
  return [
    ...invocationFaults(invocationName),
    ...requiredIntents.filter((name) => !intents.some((intent) => intent.name === name)).map((name) => `${name} is missing: Amazon requires it.`),
    ...repeated(intents.map(({ name }) => name)).map((name) => `${name} is there twice.`),
    ...intents.flatMap((intent) => [...intentFaults(intent, types), ...(intent.samples ?? []).flatMap((sample) => sampleFaults(intent, sample))]),
    ...sharedSamples(intents),
    ...types.flatMap(typeFaults),
    ...types.filter(({ name }) => !intents.some(({ slots }) => slots?.some(({ type }) => type === name))).map(({ name }) => `The type ${name} is used by no slot.`),
  ];
}

const requiredIntents = ['AMAZON.HelpIntent', 'AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.FallbackIntent', 'AMAZON.NavigateHomeIntent', 'AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.RepeatIntent', 'AMAZON.NextIntent', 'AMAZON.PreviousIntent'];
const fewestSamples = 15;
const longestValue = 140;
const searchQuery = 'AMAZON.SearchQuery';
/** The built-in types that our own understanding can read as well; another would be heard on Amazon's speakers alone. */
const readableTypes = ['AMAZON.DATE', 'AMAZON.TIME', 'AMAZON.NUMBER', 'AMAZON.DURATION', 'AMAZON.Ordinal', 'AMAZON.FOUR_DIGIT_NUMBER', searchQuery];

function invocationFaults(name: string): readonly string[] {
  const words = name.split(' ');
  const isGood = /^[a-z' ]+$/.test(name) && words.length > 1 && !words.some((word) => ['alexa', 'amazon', 'echo', 'skill', 'open', 'ask', 'launch'].includes(word));
  return isGood ? [] : [`The invocation name "${name}" must be two or more small words, without "alexa", "skill", "open" or "ask".`];
}

function intentFaults({ name, slots = [], samples = [] }: Intent, types: readonly SlotType[]): readonly string[] {
  const used = new Set(samples.flatMap(slotsIn));
  const isOurs = !name.startsWith('AMAZON.');
  return [
    ...(isOurs && samples.length < fewestSamples ? [`${name} has ${samples.length} samples; ${fewestSamples} or more are needed.`] : []),
    ...slots.filter((slot) => !used.has(slot.name)).map((slot) => `${name} has a slot {${slot.name}} that no sample uses.`),
    ...repeated(slots.map((slot) => slot.name)).map((slot) => `${name} has the slot {${slot}} twice.`),
    ...slots.filter(({ type }) => !readableTypes.includes(type ?? '') && !types.some((each) => each.name === type)).map((slot) => `${name} has a slot {${slot.name}} of a type nobody defines: ${slot.type}.`),
  ];
}

function sampleFaults({ name, slots = [] }: Intent, sample: string): readonly string[] {
  const used = slotsIn(sample);
  const free = used.filter((slot) => slots.find((each) => each.name === slot)?.type === searchQuery);
  const carrier = sample.replaceAll(/\{\w+\}/g, '').replaceAll(/[^a-z]/g, '');
  const of = `"${sample}" of ${name}`;
  return [
    ...(isWellSpelt(sample) ? [] : [`${of} has a character Amazon does not take: small letters, spaces, apostrophes, hyphens and full stops after single letters only; numbers are written as words.`]),
    ...used.filter((slot) => !slots.some((each) => each.name === slot)).map((slot) => `${of} uses a slot that is not declared: {${slot}}.`),
    ...repeated(used).map((slot) => `${of} uses {${slot}} twice.`),
    ...(free.length > 0 && used.length > 1 ? [`${of} has free words beside another slot.`] : []),
    ...(free.length > 0 && carrier === '' ? [`${of} is nothing but free words: it needs words of its own around them.`] : []),
  ];
}

function isWellSpelt(sample: string): boolean {
  const words = sample.replaceAll(/\{[A-Za-z]\w*\}/g, 'x');
  return /^[a-z][a-z' .-]*$/.test(words) && !/ {2}|\s$|[a-z]{2}\.|(^|\s)[.'-]/.test(words);
}

function sharedSamples(intents: readonly Intent[]): readonly string[] {
  const seen = new Map<string, string>();
  return intents.flatMap(({ name, slots = [], samples = [] }) => samples.flatMap((sample) => {
    const key = sample.replaceAll(/\{(\w+)\}/g, (_, slot: string) => `{${slots.find((each) => each.name === slot)?.type ?? ''}}`).replaceAll(/['.-]/g, '');
    const other = seen.get(key);
    seen.set(key, name);
    if (other === undefined) return [];
    return [other === name ? `"${sample}" is twice in ${name}.` : `"${sample}" is in two intents: ${other} and ${name}.`];
  }));
}

function typeFaults({ name, values = [] }: SlotType): readonly string[] {
  const words = values.flatMap((value) => saidFor(value.name).map((text) => ({ id: value.id ?? '', text })));
  const ids = new Map<string, string>();
  const shared = words.filter(({ id, text }) => {
    const other = ids.get(text);
    ids.set(text, id);
    return other !== undefined;
  });
  return [
    ...(values.length === 0 ? [`The type ${name} is empty.`] : []),
    ...values.filter(({ id }) => id === undefined || id === '').map((value) => `"${value.name.value}" of ${name} has no id.`),
    ...repeated(values.map(({ id }) => id ?? '')).map((id) => `The id ${id} is twice in ${name}.`),
    ...shared.map(({ text }) => `"${text}" is twice in ${name}.`),
    ...words.filter(({ text }) => text.length > longestValue || !isWellSpelt(text)).map(({ text }) => `"${text}" of ${name} is too long or has a character Amazon does not take.`),
  ];
}

/** Amazon's own files leave the synonyms out where there are none, whatever their types say. */
function saidFor({ value, synonyms = [] }: { readonly value: string; readonly synonyms?: readonly string[] }): readonly string[] {
  return [value, ...synonyms];
}

function slotsIn(sample: string): readonly string[] {
  return [...sample.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}
