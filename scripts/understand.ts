// What would be made of a sentence: npm run -s understand, one sentence a line on standard input, one JSON line each on standard output.
import { instant, localDate, localTime } from '../models/shared/index.ts';
import { understandingOfOurs } from '../lambda/understanding/understanding-of-ours.ts';
import type { Understood } from '../skill/understand/index.ts';

const zone = 'Europe/London';
const understanding = understandingOfOurs();
// Whoever reads us may stop reading; that is not an error.
process.stdout.on('error', () => process.exit(0));

for await (const line of lines()) {
  if (line.trim() === '') continue;
  const now = instant(Date.now());
  const understood = await understanding.understand(line, { today: localDate(now, zone), now: localTime(now, zone) });
  process.stdout.write(`${JSON.stringify({ utterance: line, intent: understood.intent, slots: filled(understood), confidence: understood.confidence })}\n`);
}

/** Only a line feed ends a sentence: readline would also cut at the rarer separators that can stand inside one. */
async function* lines(): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const pieces = (rest + String(chunk)).split('\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) yield piece.replace(/\r$/, '');
  }
  yield rest;
}

function filled({ slots }: Understood): Record<string, { value: string; id?: string }> {
  return Object.fromEntries(Object.values(slots).flatMap((slot) => {
    const id = slot.resolutions?.resolutionsPerAuthority?.[0]?.values[0]?.value.id;
    return slot.value === undefined ? [] : [[slot.name, { value: slot.value, ...(id !== undefined && { id }) }]];
  }));
}
