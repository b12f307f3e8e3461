import { calendarDevice, calendarName, type RotaCalendar, type VisitSource } from '../../../models/visits-in/index.ts';
import type { CouncilId } from '../../../models/shared/index.ts';
import { deviceGone, deviceHeard } from '../../alerts/device-heard.ts';
import type { Services } from '../../services.ts';

interface Heard { readonly calendar: RotaCalendar; readonly source: VisitSource; readonly council: CouncilId; readonly services: Pick<Services, 'table' | 'clock' | 'alerts'> }

/** Its address gave what it should: should it not do so for longer than its source may be silent, staff are told, once. */
export function calendarHeard({ calendar, source, council, services }: Heard): Promise<void> {
  return deviceHeard({ councilId: council, deviceId: calendarDevice(calendar), source: calendarName(source, calendar), silentAfterMinutes: source.heardEveryHours * 60 }, services);
}

/** It is not read any more: its silence is nothing to tell of. */
export function calendarGone(calendar: Pick<RotaCalendar, 'id'>, council: CouncilId, services: Heard['services']): Promise<void> {
  return deviceGone({ councilId: council, deviceId: calendarDevice(calendar) }, services);
}
