/** The words of a text for matching: small letters, no accents or possessives, cut to their stems. Little words stay in. */
export function stemsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/['’‘]s?\b/g, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

/** As `stemsOf`, without the little words and the words of asking: what "I need someone for the garden" is about. */
export function meaningfulStems(text: string): string[] {
  return stemsOf(text).filter((each) => !littleWords().has(each) && (each.length > 1 || /\d/.test(each)));
}

const remembered = new Map<string, string>();
const irregular = new Map([['feet', 'foot'], ['men', 'man'], ['women', 'woman'], ['people', 'person'], ['teeth', 'tooth'], ['children', 'child'], ['knives', 'knife']]);

function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = irregular.get(word) ?? undoubled(withoutEnding(singular(word)), word);
  if (remembered.size >= 20_000) remembered.clear();
  remembered.set(word, found);
  return found;
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Gardening and gardener are about the garden. At least four letters stay, so that a carer is not a car. */
function withoutEnding(word: string): string {
  const cut = /^(.{4,})(?:ing|er)$/.exec(word)?.[1] ?? word;
  return cut.length > 4 && cut.endsWith('e') ? cut.slice(0, -1) : cut;
}

function undoubled(cut: string, word: string): string {
  return cut.length < word.length && /([bdgmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
}

let littleStems: ReadonlySet<string> | undefined;

/** Cut to their stems when first asked for: few turns need them. */
function littleWords(): ReadonlySet<string> {
  littleStems ??= new Set(stemsOf(littleText));
  return littleStems;
}

const littleText = `a about all also am an and any anybody anyone are around as ask at be been but by can come could did do
does done else erm find for from get give go going gonna got has have he hello help her here hers him his how i if im in into is it its ive just know let like
lot make may me more much my near need of off on one or our out over please she should so some somebody someone something sort take tell than that the their them
there they thing this those to too um up us use very want was we were what when where which who will with would you your id ill
local service available provide provision`;
