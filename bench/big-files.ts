const two = (value: number): string => String(value).padStart(2, '0');

/** A file of so many rows, as a rostering system writes it: some forty for each person. */
export function bigCsv(count: number): string {
  const lines = Array.from({ length: count }, (_, row) => `${row},${two(1 + row % 28)}/12/2026,${two(row % 23)}:00,${two(row % 23)}:30,E${row % 300},C${row % Math.max(1, Math.round(count / 40))},W${row}`);
  return ['Visit ID,Visits Date,Visit Start Time,Visit End Time,Employee ID,Customer ID,Workplan ID', ...lines, ''].join('\r\n');
}

/** A calendar of so many events of one person, each of half a kilobyte, no two at one time. */
export function bigCalendar(count: number): string {
  const about = `DESCRIPTION:${'what is in the plan '.repeat(13).replaceAll(/(.{60})/g, '$1\r\n ')}`;
  const lines = Array.from({ length: count }, (_, event) => {
    const minute = Math.floor(event / 28) * 4 % 1_440;
    return ['BEGIN:VEVENT', `UID:visit-${event}@example.org`, 'DTSTAMP:20261101T100000Z', `DTSTART;TZID=Europe/London:202612${two(1 + event % 28)}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`, 'DURATION:PT20M', `SUMMARY:Care visit ${event}`, about, 'LOCATION:1 High Street\\, Harrow', 'STATUS:CONFIRMED', 'SEQUENCE:0', 'END:VEVENT'].join('\r\n');
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Margaret', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
