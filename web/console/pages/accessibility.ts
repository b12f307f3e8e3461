import { openPage } from '../page.ts';

export const accessibilityPage = openPage({ name: 'accessibility', path: '/accessibility', view: ({ services }) => Promise.resolve({ template: 'console/pages/accessibility.njk', title: 'Accessibility statement', model: { run: services.council.name } }) });
