import type { Answer, Facts, Screen } from './answer.ts';
import { cleanLine, cleanWords, letters, type Bit, type Line } from './ssml.ts';

/** Letters to listen to, under our limit of 1,000 in all; the question always stays, and stays last. */
const most = { lines: 12, told: 700, asked: 220, askedAgain: 300, fact: 120, phone: 30, carried: 300 } as const;
/** Letters and things to look at: a screen shows what fits, and the whole response stays under 24,000 bytes. */
const mostShown = { title: 80, primary: 90, secondary: 130, lines: 700, items: 10 } as const;

const andMore = '… and more';

/**
 * The same answer, never longer than can be taken in. Where somebody's stored words are too long, the longest are cut
 * first, at whole words, and "and more" is said in place of the rest; prices, days and the question are kept.
 */
export function fitToHear(answer: Answer): Answer {
  return {
    ...answer,
    tell: fitLines(answer.tell, most.told),
    ...(answer.ask !== undefined && { ask: fitQuestion(answer.ask) }),
    ...(answer.facts !== undefined && { facts: fitFacts(answer.facts) }),
    ...(answer.screen !== undefined && { screen: fitScreen(answer.screen) }),
  };
}

function fitQuestion(question: NonNullable<Answer['ask']>): NonNullable<Answer['ask']> {
  return { pending: fitToCarry(question.pending), words: fitLine(question.words, most.asked), reprompt: fitLine(question.reprompt, most.askedAgain) };
}

/** A fact alone is shorter than an answer. */
function fitFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, line]) => [name, fitLine(line, most.fact)]));
}

function fitLine(line: Line, room: number): Line {
  return fitLines([line], room)[0] ?? '';
}

function fitLines(lines: readonly Line[], room: number): readonly Line[] {
  const clean = lines.slice(0, most.lines).map(cleanLine);
  const each = clean.flatMap((line) => (typeof line === 'string' ? [line.length] : line.map(letters)));
  const share = shareOf(each, room);
  if (share === undefined) return clean;
  return clean.map((line) => (typeof line === 'string' ? cutInside(line, share) : line.map((bit) => cutBit(bit, share))));
}

/** What must be remembered of a question travels with every turn: no part of it longer than it could have been said. */
function fitToCarry<Part>(part: Part): Part {
  if (typeof part === 'string') return (part.length <= most.carried ? part : part.slice(0, most.carried).toWellFormed()) as Part;
  if (Array.isArray(part)) return part.map(fitToCarry) as Part;
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, fitToCarry(each as unknown)])) as Part;
}

/** How long the longest may be so that all have room; undefined when nothing need be cut. */
function shareOf(lengths: readonly number[], room: number): number | undefined {
  if (lengths.reduce((sum, length) => sum + length, 0) <= room) return undefined;
  const shortFirst = [...lengths].sort((one, other) => one - other);
  let left = room;
  for (const [place, length] of shortFirst.entries()) {
    const share = Math.floor(left / (shortFirst.length - place));
    if (length > share) return share;
    left -= length;
  }
  return undefined;
}

function cutBit(bit: Bit, room: number): Bit {
  if (typeof bit === 'string') return cutInside(bit, room);
  if ('phone' in bit) return bit.phone.length <= most.phone ? bit : { phone: bit.phone.slice(0, most.phone) };
  return { quote: cutAfter(bit.quote, room) };
}

/** Keeps both ends: the middle is where a stored name or note stands in a sentence of ours. */
function cutInside(words: string, room: number): string {
  if (words.length <= room) return words;
  const forEnd = Math.min(70, Math.max(1, Math.floor(room / 3)));
  const end = words.slice(-forEnd);
  const wholeEnd = end.includes(' ') ? end.slice(end.indexOf(' ')) : end.slice(-12);
  return `${wholeStart(words, room - andMore.length - wholeEnd.length)}${andMore}${/^[\s?.,]/.test(wholeEnd) ? '' : ' '}${wholeEnd}`;
}

function cutAfter(words: string, room: number): string {
  return words.length <= room ? words : `${wholeStart(words, room - andMore.length)}${andMore}`;
}

/** As many whole words as there is room for; of one endless word, as much as there is room for. */
function wholeStart(words: string, room: number): string {
  const start = words.slice(0, Math.max(0, room));
  const space = start.lastIndexOf(' ');
  return (space > start.length / 2 ? start.slice(0, space) : start).toWellFormed().replace(/[\s\uFFFD]+$/, '');
}

function fitScreen(screen: Screen): Screen {
  const title = cutAfter(cleanWords(screen.title), mostShown.title);
  if (screen.kind === 'detail') return { ...screen, title, lines: fitLines(screen.lines, mostShown.lines) as readonly string[] };
  const items = screen.items.slice(0, mostShown.items).map((item) => ({
    ...item, primary: cutAfter(cleanWords(item.primary), mostShown.primary),
    ...(item.secondary !== undefined && { secondary: cutAfter(cleanWords(item.secondary), mostShown.secondary) }),
  }));
  return { ...screen, title, items };
}
