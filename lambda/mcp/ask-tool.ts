import * as z from 'zod';
import { aroundHome, foundById } from '../../models/service/index.ts';
import { canBeAskedFor, dayFault, draftRequest, missingFrom, mostUnits, type Wanted } from '../../models/service-request/index.ts';
import { isLocalDate, isLocalTime } from '../../models/shared/index.ts';
import { whenOnWords } from '../../skill/service/speech.ts';
import { readBack } from './read-back.ts';
import { refused, tool } from './tool.ts';

const rounds = { weekly: 1, fortnightly: 2, 'four-weekly': 4 } as const;

export const askTool = tool({
  name: 'ask_for_service', title: 'Ask for a service', deed: 'ask', isPrivate: true,
  about: 'The first of two steps: reads a request back with its price and what would be left. Nothing is asked for and no money moves before confirm_service_request.',
  input: z.strictObject({
    service_id: z.string().min(1).max(200).describe('From find_services'),
    units: z.number().min(0.5).max(mostUnits).optional().describe('Hours or days, whole or half'),
    day: z.string().max(10).optional().describe('2026-12-08'),
    time: z.string().max(5).optional().describe('14:30'),
    part_of_day: z.enum(['morning', 'afternoon', 'evening']).optional(),
    every: z.enum(['weekly', 'fortnightly', 'four-weekly']).optional(),
  }),
  run: async (called, { service_id: serviceId, units, day, time, part_of_day: partOfDay, every }) => {
    const { services, record, today } = called;
    const found = foundById(await services.directory(record.councilId), serviceId, aroundHome(record.household, today));
    if (found?.service.status !== 'active') return refused('no-such-service', 'There is no such service now. Look again with find_services.');
    if (day !== undefined && !isLocalDate(day)) return refused('day', `Give the day as a date like ${today}.`);
    if (time !== undefined && !isLocalTime(time)) return refused('time', 'Give the time as hours and minutes, like 14:30.');
    const wanted: Wanted = { ...(units !== undefined && { units }), ...(day !== undefined && { on: day }), ...(time !== undefined && { at: time }), ...(partOfDay !== undefined && { partOfDay }), ...(every !== undefined && { everyWeeks: rounds[every] }) };
    const draft = draftRequest(found, wanted, today);
    const missing = missingFrom(draft);
    if (missing === 'units') return refused('units', `How many ${draft.unit}s?`);
    if (missing === 'day') return refused('day', 'Which day?');
    if (draft.units !== undefined && !canBeAskedFor(draft.units)) return refused('units', `Only whole or half ${draft.unit}s can be asked for, up to ${mostUnits}.`);
    const fault = draft.on === undefined ? undefined : dayFault(found, draft.on, today);
    if (fault === 'gone-by') return refused('day', 'That day has gone by. Which day?');
    if (fault === 'not-that-day') return refused('day', `${found.name} is${whenOnWords(found.usualTimes)}. Which day?`);
    return readBack(called, draft);
  },
});
