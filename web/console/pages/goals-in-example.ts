import { page } from '../page.ts';

/** A file of goals as it should look: with the people of the demonstration to try it out on, elsewhere with numbers that are nobody's. */
export const goalsInExamplePage = page({
  name: 'goals-in-example', path: '/goals-in/example.json', rule: 'bring-in-goals',
  view: async ({ services }) => {
    const people = services.isDemonstration ? (await services.people.find('')).map(({ personId }) => personId) : [];
    const [one, other] = [people[0] ?? 'EXAMPLE-1', people[1] ?? 'EXAMPLE-2'];
    const patient = (id: string, value: string) => ({ resourceType: 'Patient', id, identifier: [{ system: 'urn:council-number', value }] });
    const goal = (id: string, of: string, text?: string) => ({ resourceType: 'Goal', id, identifier: [{ system: 'urn:example-plans', value: `EX-${id}` }], lifecycleStatus: 'active', ...(text !== undefined && { description: { text } }), subject: { reference: `Patient/${of}` } });
    const plan = (id: string, of: string, ...goals: readonly string[]) => ({ resourceType: 'CarePlan', id, status: 'active', intent: 'plan', subject: { reference: `Patient/${of}` }, goal: goals.map((each) => ({ reference: `Goal/${each}` })) });
    const resources = [patient('p1', one), plan('c1', 'p1', 'g1', 'g2'), goal('g1', 'p1', 'keeping up with my sister by video'), goal('g2', 'p1'), patient('p2', other), plan('c2', 'p2', 'g3'), goal('g3', 'p2', 'cooking my own supper twice a week')];
    return { file: { name: 'goals-in-example.json', type: 'application/fhir+json', text: JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }, undefined, 2) } };
  },
});
