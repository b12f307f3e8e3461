import type { SpeechPassport } from '../models/household/index.ts';

/** Part of a line: plain words, a phone number to be read in groups, or the person's or another's words quoted. */
export type Bit = string | { readonly phone: string } | { readonly quote: string };
/** One sentence as we mean to say it. Never holds mark-up: everything in it is escaped when it is rendered. */
export type Line = string | readonly Bit[];

/** Words put together with phone numbers and quotations: say`Ring ${phone('020 7946 0001')}.` */
export function say(words: TemplateStringsArray, ...values: readonly (Bit | number)[]): Line {
  return words.flatMap((text, index) => {
    const value = values[index];
    return value === undefined ? [text] : [text, typeof value === 'number' ? String(value) : value];
  });
}
export const phone = (number: string): Bit => ({ phone: number });
export const quote = (words: string): Bit => ({ quote: words });

/** What an eye reads: for cards, screens, transcripts and tests. */
export function plainText(lines: readonly Line[]): string {
  return lines.map((line) => bitsOf(line).map(plainBit).join('')).map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter(Boolean).join(' ');
}

/** What the speaker reads: well-formed SSML with a pause between facts, at the person's pace. */
export function ssml(lines: readonly Line[], passport: Pick<SpeechPassport, 'pacePercent' | 'pauseMs'>): string {
  const sentences = lines.map((line) => `<s>${bitsOf(line).map(ssmlBit).join('').trim()}</s>`).filter((sentence) => sentence !== '<s></s>');
  const spoken = sentences.join(`<break time="${passport.pauseMs}ms"/>`);
  const paced = passport.pacePercent === 100 ? spoken : `<prosody rate="${passport.pacePercent}%">${spoken}</prosody>`;
  return `<speak>${paced}</speak>`;
}

const bitsOf = (line: Line): readonly Bit[] => (typeof line === 'string' ? [line] : line);

function plainBit(bit: Bit): string {
  if (typeof bit === 'string') return cleanWords(bit);
  return 'phone' in bit ? cleanWords(bit.phone) : `“${cleanWords(bit.quote)}”`;
}

function ssmlBit(bit: Bit): string {
  if (typeof bit === 'string') return escaped(bit);
  if ('phone' in bit) return cleanWords(bit.phone).split(/\s+/).map((group) => `<say-as interpret-as="digits">${escaped(group)}</say-as>`).join('<break time="200ms"/>');
  return `<break time="200ms"/>“${escaped(bit.quote)}”<break time="200ms"/>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(words: string): string {
  return cleanWords(words).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Takes out what XML 1.0 does not allow, what turns a line about, and what nobody can see or hear; a line break is a space. */
export function cleanWords(words: string): string {
  if (ordinary.test(words)) return words;
  return words.toWellFormed().replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replaceAll(unheard, '');
}

/** Most of what is said is nothing else, and needs no second look. */
const ordinary = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2013\u2014\u2018-\u201D\u2026]*$/;
const unheard = /[\p{Control}\p{Format}\p{Surrogate}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]/gu;

/** A line with nothing in it that cannot be heard. */
export function cleanLine(line: Line): Line {
  return typeof line === 'string' ? cleanWords(line) : line.map((bit) => (typeof bit === 'string' ? cleanWords(bit) : 'phone' in bit ? { phone: cleanWords(bit.phone) } : { quote: cleanWords(bit.quote) }));
}

/** How long a part of a line is, in letters. */
export function letters(bit: Bit): number {
  return (typeof bit === 'string' ? bit : 'phone' in bit ? bit.phone : bit.quote).length;
}
