import type { RotaCalendar } from '../../models/visits-in/index.ts';

export type CalendarToAdd = Pick<RotaCalendar, 'sourceId' | 'secretAddress' | 'personId' | 'addedBy'>;

/** Calendars of agencies' rotas that are read from their addresses. */
export interface RotaCalendarsDesk {
  all(): Promise<readonly RotaCalendar[]>;
  /** `same-address`, `same-person`: there is one already. It is read as soon as whoever reads them looks. */
  add(calendar: CalendarToAdd): Promise<'kept' | 'same-address' | 'same-person' | 'too-many' | 'unknown'>;
  lookNow(id: string): Promise<'kept' | 'gone' | 'unknown'>;
  /** Reads it no more. What it brought stays. */
  stop(id: string): Promise<'kept' | 'unknown'>;
}
