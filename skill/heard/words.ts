/** One word as we compare it, and the letters as they were said; words made out of one ("what", "is") carry them once. */
export interface Word { readonly text: string; readonly said: string }

/**
 * A sentence as plain words: lower case, no punctuation, short forms made long, hesitations left out.
 * Possessive endings are dropped, so "Thursday's visit" and "Thursdays visit" compare as one. Takes anything, however strange.
 */
export function wordsOf(sentence: string): readonly Word[] {
  const words: Word[] = [];
  const all = plainLetters(sentence.slice(0, longestSentence)).replaceAll(/\b(?:to|two|too) morrow\b/g, 'tomorrow').split(' ');
  all.forEach((said, place) => { if (!isHesitation(said.replaceAll(/^'+|'+$/g, ''), all[place + 1] ?? '', words.length === 0)) addWord(words, said); });
  return words.slice(0, mostWords);
}

function plainLetters(sentence: string): string {
  if (/^[a-z ]*$/.test(sentence) && !/\b[a-z] [a-z]\b/.test(sentence)) return sentence;
  return sentence.normalize('NFKD').toLowerCase()
    .replaceAll(/\p{M}/gu, '').replaceAll(/[’‘`´]/g, '\'')
    .replaceAll(/£\s*(\d+)/g, '$1 pounds').replaceAll(/\b(\d{1,2})[.](\d\d)\b/g, '$1:$2').replaceAll(/\b(\d{1,2}(?::\d\d)?)(am|pm)\b/g, '$1 $2')
    .replaceAll(/\b([ap])\.\s?m\b\.?/g, '$1m').replaceAll(/\b([b-hj-z])\.?\s(?=[b-hj-z]\b)/g, '$1')
    .replaceAll(/[^a-z0-9':]+/g, ' ').replaceAll(/:(?!\d)/g, ' ');
}

export function saidBetween(words: readonly Word[], from: number, to: number): string {
  return words.slice(from, to).map(({ said }) => said).filter(Boolean).join(' ');
}

const longestSentence = 600;
const mostWords = 60;
const hesitations = new Set(['erm', 'um', 'er', 'uh', 'ah', 'hmm', 'mm', 'umm', 'ooh', 'oh', 'well', 'like']);
/** "like" and "well" mean something in most sentences: only the first word is a hesitation. */
const onlyAtTheStart = new Set(['oh', 'like', 'well', 'ah', 'ooh']);

/** "Oh" before a figure is a nought. */
function isHesitation(said: string, next: string, isFirst: boolean): boolean {
  return hesitations.has(said) && (!onlyAtTheStart.has(said) || isFirst) && !(said === 'oh' && figures.has(next));
}
const figures = new Set('oh o nought zero one two three four five six seven eight nine double treble triple'.split(' '));

function addWord(words: Word[], token: string): void {
  const said = token.replaceAll(/^'+|'+$/g, '');
  if (said === '') return;
  const long = longForms.get(said.replaceAll('\'', '')) ?? endingOf(said);
  long.split(' ').forEach((text, place) => words.push({ text, said: place === 0 ? said : '' }));
}

function endingOf(said: string): string {
  const cut = said.lastIndexOf('\'');
  if (cut < 0) return said;
  const [stem, ending] = [said.slice(0, cut).replaceAll('\'', ''), said.slice(cut + 1)];
  const long = endings.get(ending);
  if (long !== undefined) return `${stem} ${long}`;
  return ending === 's' ? stem : said.replaceAll('\'', '');
}

const endings = new Map([['re', 'are'], ['ve', 'have'], ['ll', 'will'], ['d', 'would'], ['m', 'am']]);

/** Looked up without their apostrophes, since typed words and speech recognisers leave them out. */
const longForms: ReadonlyMap<string, string> = new Map([
  ...['what', 'who', 'where', 'when', 'how', 'why', 'that', 'there', 'here', 'nobody', 'somebody', 'anybody', 'everybody', 'someone', 'anyone', 'everything', 'nothing', 'it', 'one', 'she', 'he']
    .map((word) => [`${word}s`, `${word} is`] as const),
  ['im', 'i am'], ['ive', 'i have'], ['dont', 'do not'], ['doesnt', 'does not'], ['didnt', 'did not'], ['cant', 'can not'], ['cannot', 'can not'],
  ['wont', 'will not'], ['wouldnt', 'would not'], ['couldnt', 'could not'], ['shouldnt', 'should not'], ['isnt', 'is not'], ['arent', 'are not'],
  ['wasnt', 'was not'], ['hasnt', 'has not'], ['havent', 'have not'], ['youre', 'you are'], ['youve', 'you have'], ['theyre', 'they are'],
  ['theyve', 'they have'], ['weve', 'we have'], ['lets', 'let us'], ['thatll', 'that will'], ['whove', 'who have'], ['gonna', 'going to'], ['wanna', 'want to'],
  ['dunno', 'do not know'], ['alright', 'all right'], ['ok', 'okay'], ['aint', 'is not'], ['pound', 'pounds'], ['quid', 'pounds'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'today', 'tomorrow'].map((day) => [`${day}s`, day] as const),
]);
