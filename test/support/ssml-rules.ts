// Keeps one promise: speech that Alexa would refuse, or that could play or hide something, is named.
import { SaxesParser } from 'saxes';

export interface Speech { readonly words: string; readonly broken: readonly string[] }

/** What an SSML text says, and every rule it breaks: well-formed, safe tags and attributes only, nothing unseen. */
export function readSsml(ssml: string): Speech {
  const broken: string[] = [];
  const words: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', (error) => broken.push(`SSML is not well-formed XML: ${error.message}`));
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0 && name !== 'speak') broken.push(`SSML begins with <${name}>, not <speak>`);
    if (depth > 0 && name === 'speak') broken.push('SSML has <speak> inside <speak>');
    depth += 1;
    broken.push(...tagFaults(name, attributes));
    if (pausing.has(name)) words.push(' ');
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (pausing.has(name)) words.push(' ');
  });
  parser.on('text', (text) => words.push(text));
  parser.on('cdata', () => broken.push('SSML holds a CDATA section'));
  parser.on('comment', () => broken.push('SSML holds a comment'));
  parser.on('doctype', () => broken.push('SSML holds a DOCTYPE'));
  parser.on('processinginstruction', () => broken.push('SSML holds a processing instruction'));
  parser.write(ssml).close();
  const spoken = words.join('').replaceAll(/\s+/g, ' ').trim();
  if (unseen.test(spoken)) broken.push('Speech holds control or direction characters that nobody can hear');
  return { words: spoken, broken };
}

const pausing = new Set(['s', 'p', 'break']);
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;
const rates = /^(x-slow|slow|medium|fast|x-fast|[2-9]\d%|1\d\d%|200%)$/;
const kinds = /^(characters|spell-out|cardinal|number|ordinal|digits|fraction|unit|date|time|telephone|address|expletive)$/;

/** The safe tags, and what each attribute may hold. */
const safeTags: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  speak: {}, s: {}, p: {},
  break: { time: /^(\d{1,4}ms|([0-9]|10)(\.\d+)?s)$/, strength: /^(none|x-weak|weak|medium|strong|x-strong)$/ },
  prosody: { rate: rates, pitch: /^(x-low|low|medium|high|x-high|[+-]\d{1,2}(\.\d+)?%)$/, volume: /^(silent|x-soft|soft|medium|loud|x-loud|[+-]\d(\.\d+)?dB)$/ },
  'say-as': { 'interpret-as': kinds, format: /^[a-z]{1,3}$/ },
  sub: { alias: /^[^<&]{1,100}$/ },
  emphasis: { level: /^(strong|moderate|reduced)$/ },
  lang: { 'xml:lang': /^[a-z]{2}-[A-Z]{2}$/ },
  w: { role: /^amazon:(VB|VBD|NN|SENSE_1)$/ },
};

function tagFaults(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const allowed = safeTags[name];
  if (allowed === undefined) return [`SSML has <${name}>, which is not a safe tag`];
  return Object.entries(attributes)
    .filter(([attribute, value]) => allowed[attribute]?.test(value) !== true || tooLong(attribute, value))
    .map(([attribute, value]) => `SSML has <${name} ${attribute}="${value}">, which is not allowed`);
}

/** Alexa refuses a pause over ten seconds. */
function tooLong(attribute: string, value: string): boolean {
  return attribute === 'time' && Number.parseFloat(value) * (value.endsWith('ms') ? 1 : 1000) > 10_000;
}
