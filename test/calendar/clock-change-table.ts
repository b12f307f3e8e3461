// Prints what every minute of both clock-change nights becomes, for the test to compare under other host time zones.
import { addDays, isLocalDate, localDate, localTime, resolveLocal, timeAt, weekdayOf } from '../../models/shared/index.ts';

const zone = 'Europe/London';
const lines: string[] = [];
for (let year = 2026; year <= 2037; year++) {
  for (const month of ['03', '10']) {
    const night = lastSunday(`${year}-${month}-31`);
    for (let minute = 0; minute <= 180; minute++) {
      const { instant, was } = resolveLocal(night, timeAt(minute), zone);
      lines.push(`${night} ${timeAt(minute)} ${was} ${instant} ${localDate(instant, zone)} ${localTime(instant, zone)}`);
    }
  }
}
process.stdout.write(`${lines.join('\n')}\n`);

function lastSunday(lastDay: string) {
  if (!isLocalDate(lastDay)) throw new Error(`Not a date: ${lastDay}`);
  return addDays(lastDay, -(weekdayOf(lastDay) % 7));
}
