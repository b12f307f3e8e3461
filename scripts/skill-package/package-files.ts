import type { v1 } from 'ask-smapi-model';
import { icon } from '../icons/icon.ts';
import { addressed, type Addresses, type Manifest } from './addresses.ts';
import { inEveryEnglish, withEveryEnglish } from './every-english.ts';
import { otherEnglish, saidFor, type Differences } from './other-english.ts';

export type Model = v1.skill.interactionModel.InteractionModelData;
export interface PackageParts {
  /** skill/skill.json as it stands in the repository. */
  readonly manifest: Manifest;
  /** models/en-GB.json. */
  readonly model: Model;
  /** The tasks by file name, such as `NextVisit.1.json`. */
  readonly tasks: Readonly<Record<string, unknown>>;
  readonly addresses: Addresses;
  /** models/other-english.json: by locale, what is said there for what is said here. */
  readonly otherEnglishes: Readonly<Record<string, Differences>>;
}

/**
 * Every file of an ASK CLI v2 skill package, by its path. The skill's own code is deployed apart, so the project names
 * nothing but the package. Source: Amazon's skill package format and the ASK CLI's project definition.
 */
export function packageFiles({ manifest, model, tasks, addresses, otherEnglishes }: PackageParts): ReadonlyMap<string, Buffer> {
  return new Map([
    ['ask-resources.json', json(project)],
    ['skill-package/skill.json', json(addressed(inEveryEnglish(manifest, Object.keys(otherEnglishes)), addresses))],
    ['skill-package/interactionModels/custom/en-GB.json', json(withSynonyms(model))],
    ...Object.entries(otherEnglishes).map(([locale, differences]): [string, Buffer] => [`skill-package/interactionModels/custom/${locale}.json`, json(otherEnglish(withSynonyms(model), differences))]),
    ['skill-package/assets/images/en-GB_smallIcon.png', icon(108)],
    ['skill-package/assets/images/en-GB_largeIcon.png', icon(512)],
    ...Object.entries(tasks).map(([name, task]): [string, Buffer] => [`skill-package/tasks/${name}`, json(withEveryEnglish(task, Object.keys(otherEnglishes)))]),
  ]);
}

const project = {
  askcliResourcesVersion: '2020-03-31',
  profiles: { default: { skillMetadata: { src: './skill-package' } } },
} as const;

/** Amazon's types want a list of synonyms for every value, if only an empty one. */
function withSynonyms(model: Model): Model {
  const { languageModel } = model.interactionModel;
  const types = languageModel.types?.map((type) => ({
    ...type, ...(type.values && { values: type.values.map((value) => ({ ...value, name: { ...value.name, synonyms: saidFor(value.name.synonyms) } })) }),
  }));
  return { ...model, interactionModel: { ...model.interactionModel, languageModel: { ...languageModel, ...(types && { types }) } } };
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
