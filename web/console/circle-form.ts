import { topics, type Topic } from '../../models/household/index.ts';
import { textIn } from './form-text.ts';
import type { Asked, Fault } from './page.ts';
import { topicText } from './topic-words.ts';

const longestName = 60;

/** What somebody of the circle is called, and who they are: what is wrong with it. */
export function nameFaults(form: Asked['form']): readonly Fault[] {
  const [name, relationship] = [textIn(form['name']), textIn(form['relationship'])];
  return [
    ...(name === '' ? [{ field: 'name', message: 'Enter a name, as the person says it' }] : []),
    ...(name.length > longestName ? [{ field: 'name', message: `A name has at most ${longestName} letters` }] : []),
    ...(relationship === '' ? [{ field: 'relationship', message: 'Enter who they are to the person, like daughter or neighbour' }] : []),
    ...(relationship.length > longestName ? [{ field: 'relationship', message: `Say who they are in at most ${longestName} letters` }] : []),
  ];
}

export function isMobile(contact: string): boolean {
  return /^(?:\+44|0)7\d{9}$/.test(contact.replaceAll(/[^\d+]/g, ''));
}

export function topicsIn(value: string | readonly string[] | undefined): readonly Topic[] {
  const chosen = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return topics.filter((topic) => chosen.includes(topic));
}

/** The boxes of what they may know of and act on: as typed, or as kept. */
export function topicBoxes(form: Asked['form'], kept: { readonly know: readonly Topic[]; readonly act: readonly Topic[] }) {
  const isTyped = Object.keys(form).length > 0;
  const boxes = (name: 'know' | 'act') => {
    const chosen = isTyped ? topicsIn(form[name]) : kept[name];
    return topics.map((topic) => ({ value: topic, text: topicText[topic], checked: chosen.includes(topic) }));
  };
  return { know: boxes('know'), act: boxes('act') };
}
