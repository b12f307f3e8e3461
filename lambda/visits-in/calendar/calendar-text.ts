/** A calendar file taken apart: what it says of itself, and the text of each event, which is then read for itself. */
export interface CalendarText {
  /** The first value of each property of the calendar: METHOD, X-WR-CALNAME. */
  readonly properties: ReadonlyMap<string, string>;
  readonly events: readonly string[];
  /** Where a VTIMEZONE of its own name says what zone it is. */
  readonly zones: ReadonlyMap<string, string>;
  /** Tasks, journals and times of being busy: never visits. */
  readonly others: number;
  /** It ended in the middle. */
  readonly isCutOff: boolean;
}

/** Undefined where it is no calendar. What stands inside an event (alarms) is left out. */
export function calendarText(text: string): CalendarText | undefined {
  // Folded lines go on after a space or a tab (RFC 5545, 3.1).
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r?\n[ \t]/g, '').split(/\r\n|\n|\r/);
  if (lines.find((line) => line.trim() !== '')?.trim().toUpperCase() !== 'BEGIN:VCALENDAR') return undefined;
  const properties = new Map<string, string>();
  const zones = new Map<string, string>();
  const events: string[] = [];
  const inside: string[] = [];
  let [event, zoneName, others]: [string[], string, number] = [[], '', 0];
  for (const line of lines) {
    const [, edge = '', name = ''] = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(line) ?? [];
    const component = name.toUpperCase();
    if (edge.toUpperCase() === 'BEGIN') {
      inside.push(component);
      if (component === 'VEVENT' && inside.length === 2) event = [];
      else if (inside.length === 2 && component !== 'VTIMEZONE') others += 1;
    } else if (edge.toUpperCase() === 'END') {
      if (component === 'VEVENT' && inside.length === 2) events.push(event.join('\r\n'));
      // An end without its beginning closes what it names, if that is open.
      const at = inside.lastIndexOf(component);
      if (at !== -1) inside.length = at;
    } else if (inside.length === 2 && inside[1] === 'VEVENT') event.push(line);
    else if (inside.length === 1) keepFirst(properties, line);
    else if (inside[1] === 'VTIMEZONE' && inside.length === 2) {
      if (/^TZID[;:]/i.test(line)) zoneName = valueOf(line);
      else if (/^X-LIC-LOCATION[;:]/i.test(line)) zones.set(zoneName, valueOf(line));
    }
  }
  return { properties, events, zones, others, isCutOff: inside.length > 0 };
}

function keepFirst(properties: Map<string, string>, line: string): void {
  const name = /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase();
  if (name !== undefined && !properties.has(name)) properties.set(name, valueOf(line));
}

/** What stands after the colon, which may not be one in quotation marks. */
function valueOf(line: string): string {
  return (/^(?:[^":]|"[^"]*")*:(.*)$/.exec(line)?.[1] ?? '').replaceAll(/\\([,;\\])/g, '$1').replaceAll(/\\n/gi, ' ').trim();
}
