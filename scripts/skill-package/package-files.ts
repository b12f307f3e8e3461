import { icon } from '../icons/icon.ts';
import { addressed, type Addresses, type Manifest } from './addresses.ts';

export interface PackageParts {
  /** skill/skill.json as it stands in the repository. */
  readonly manifest: Manifest;
  /** models/en-GB.json. */
  readonly model: unknown;
  /** The tasks by file name, such as `NextVisit.1.json`. */
  readonly tasks: Readonly<Record<string, unknown>>;
  readonly addresses: Addresses;
}

/**
 * Every file of an ASK CLI v2 skill package, by its path. The skill's own code is deployed apart, so the project names
 * nothing but the package. Source: Amazon's skill package format and the ASK CLI's project definition.
 */
export function packageFiles({ manifest, model, tasks, addresses }: PackageParts): ReadonlyMap<string, Buffer> {
  return new Map([
    ['ask-resources.json', json(project)],
    ['skill-package/skill.json', json(addressed(manifest, addresses))],
    ['skill-package/interactionModels/custom/en-GB.json', json(model)],
    ['skill-package/assets/images/en-GB_smallIcon.png', icon(108)],
    ['skill-package/assets/images/en-GB_largeIcon.png', icon(512)],
    ...Object.entries(tasks).map(([name, task]): [string, Buffer] => [`skill-package/tasks/${name}`, json(task)]),
  ]);
}

const project = {
  askcliResourcesVersion: '2020-03-31',
  profiles: { default: { skillMetadata: { src: './skill-package' } } },
} as const;

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
