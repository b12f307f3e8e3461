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
  if (typeof bit === 'string') return clean(bit);
  return 'phone' in bit ? clean(bit.phone) : `“${clean(bit.quote)}”`;
}

function ssmlBit(bit: Bit): string {
  if (typeof bit === 'string') return escaped(bit);
  if ('phone' in bit) return clean(bit.phone).split(/\s+/).map((group) => `<say-as interpret-as="digits">${escaped(group)}</say-as>`).join('<break time="200ms"/>');
  return `<break time="200ms"/>“${escaped(bit.quote)}”<break time="200ms"/>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(words: string): string {
  return clean(words).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Takes out what XML 1.0 does not allow and what can turn a line about: control, direction and lone-surrogate characters. */
function clean(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFF]/g, '')
    .replaceAll(/[\r\n\t]+/g, ' ');
}
