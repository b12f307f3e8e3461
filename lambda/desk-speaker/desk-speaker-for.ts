import { alertIdFrom } from '../../models/alert/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { demonstrationCast } from '../demonstration/seed-demonstration.ts';
import type { Services } from '../services.ts';
import { understandingOfOurs } from '../understanding/understanding-of-ours.ts';
import { approveReminders } from './desk-reminders.ts';
import { createDeskSpeaker, type DeskSpeakerNeeds } from './desk-speaker.ts';

const aDayMs = 86_400_000;

/** The desk speaker over a set of services, with the demonstration people to choose from. */
export function deskSpeakerFor({ ask, records, clock, config, table, alerts }: Services, given: Pick<DeskSpeakerNeeds, 'stopwatch' | 'newId' | 'apiEndpoint'>): ReturnType<typeof createDeskSpeaker> {
  return createDeskSpeaker({
    approve: (alexaId) => approveReminders(table, alexaId), ...given, ask, records, clock, understanding: understandingOfOurs(), skillId: config.skillId, council: config.councilId,
    alertsOf: ({ councilId, personId }) => alerts.list(councilId, personId, alertIdFrom((clock() - aDayMs) as Instant), alertIdFrom((clock() + aDayMs) as Instant)),
    people: config.isProduction ? [] : demonstrationCast(clock()),
  });
}
