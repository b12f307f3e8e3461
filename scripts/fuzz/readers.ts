import type { Fuzzed } from './fuzzed.ts';
import { devices } from './readers/devices.ts';
import { directory } from './readers/directory.ts';
import { alexa, api, assistants, conversation } from './readers/doors.ts';
import { calendar, carePlans, fhir, money, visitsCsv } from './readers/files.ts';
import { forms } from './readers/forms.ts';
import { settings } from './readers/settings.ts';

/** Everything of ours that reads what comes from outside. */
export const readers = { visits: visitsCsv, calendar, fhir, 'care-plans': carePlans, money, directory, alexa, api, assistants, conversation, devices, forms, settings } as const satisfies Readonly<Record<string, () => Fuzzed | Promise<Fuzzed>>>;
