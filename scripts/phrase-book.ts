import { everyPhrase, type Phrase } from './phrase-walk.ts';

/** The phrase book as text: by feature, by intent, each thing once as the slowest of its hearers hears it, with words, seconds, its longest sentence, and what is hard in it. */
export async function phraseBook(): Promise<string> {
  return printed(await everyPhrase());
}

function printed(phrases: readonly Phrase[]): string {
  const features = Object.groupBy(phrases, ({ intent }) => featureOf(intent));
  return Object.entries(features).sort(byName).map(([feature, theirs = []]) => `# ${feature}\n\n${chapters(theirs)}\n`).join('\n');
}

function chapters(phrases: readonly Phrase[]): string {
  const intents = Object.groupBy(phrases, ({ intent }) => intent);
  return Object.entries(intents).sort(byName).map(([intent, theirs = []]) => `## ${intent}\n\n${lines(theirs).join('\n')}\n`).join('\n');
}

function lines(phrases: readonly Phrase[]): readonly string[] {
  const slowest = [...phrases].sort((one, other) => one.seconds - other.seconds).filter(({ speech }) => speech !== '');
  const once = new Map(slowest.map((phrase) => [`${phrase.role} ${phrase.speech}`, phrase]));
  return [...once.values()].map((phrase) => `${phrase.role.padEnd(13)} ${measures(phrase)} | ${phrase.speech}`).sort();
}

function measures({ speech, words, seconds }: Phrase): string {
  const longest = longestSentence(speech);
  const marks = [...(longest > mostWordsInASentence ? ['LONG SENTENCE'] : []), ...hardWordsIn(speech).map((word) => `HARD: ${word}`)];
  return `${String(words).padStart(2)} words ${seconds.toFixed(1).padStart(4)} s, longest sentence ${String(longest).padStart(2)}${marks.length === 0 ? '' : ` [${marks.join('; ')}]`}`;
}

const mostWordsInASentence = 20;

function longestSentence(speech: string): number {
  return Math.max(...speech.split(/(?<=[.?!][”"]?)\s+/).map((sentence) => sentence.split(/\s+/).filter(Boolean).length));
}

/** The words of the trade that the voice guide keeps out, and any long word a stranger would stumble over. Marked, not forbidden. */
function hardWordsIn(speech: string): readonly string[] {
  const words = speech.match(/[A-Za-z’'-]+/g) ?? [];
  return [...new Set(words.filter((word) => jargon.includes(word.toLowerCase()) || word.length >= longWord))].sort();
}

const jargon = ['domiciliary', 'commissioned', 'commissioning', 'net', 'gross', 'committed', 'evv', 'provider', 'eligibility', 'outcome', 'outcomes', 'regulations', 'advocate', 'contribution', 'assessment'];
const longWord = 12;

const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);

/** Which part of My Care an intent belongs to, by its name. */
function featureOf(intent: string): string {
  return features.find(([names]) => names.test(intent))?.[1] ?? 'Everyday';
}

const features: readonly (readonly [RegExp, string])[] = [
  [/Visit|Carer|WhoIsComing|Backup/, 'Visits'],
  [/Budget|Spending|TakenBack/, 'Money'],
  [/Service|FeelingLow|Request|CancelThat/, 'Services and requests'],
  [/Pin|Privacy|WhoKnows|Told|Telling|Link|Speaker/, 'Who knows, and this speaker'],
  [/Message|HowItWent|Goals/, 'Messages and goals'],
  [/^Speak/, 'How I speak'],
  [/Explain/, 'Explaining'],
  [/^Give|^Choose|Yes|No|Next|Previous/, 'Answers to our questions'],
];
