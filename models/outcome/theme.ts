/** What things are about in people's lives: the six themes of Making it Real (Think Local Act Personal, 2018) by their names alone; every other word is ours. */
export const themes = ['wellbeing', 'information', 'communities', 'my-way', 'change', 'workforce'] as const;
export type Theme = (typeof themes)[number];

/** Words that tell a theme, by their beginnings. Earlier ones win: whoever speaks of a worker means the worker. */
const tells: readonly (readonly [Theme, readonly string[]])[] = [
  ['workforce', ['she ', 'he ', 'they were', 'worker', 'carer', 'nurse', 'kind', 'rude', 'rough', 'gentle', 'lovely', 'friendly', 'polite', 'respect', 'listen', 'stranger', 'agency', 'staff']],
  ['change', ['cancel', 'moved', 'chang', 'instead', 'nobody came', 'no one came', 'missed', 'did not come', 'didn’t come', "didn't come", 'short notice']],
  ['my-way', ['late', 'early', 'on time', 'rush', 'hurr', 'too long', 'too short', 'my way', 'how i like', 'when i want', 'choice', 'choose', 'waited', 'wait ']],
  ['information', ['told me', 'tell me', 'explain', 'know what', 'letter', 'phone', 'rang', 'understand', 'information', 'advice']],
  ['communities', ['friend', 'bingo', 'club', 'lunch', 'sing', 'company', 'church', 'temple', 'mosque', 'people', 'neighbour', 'outing', 'trip', 'group', 'chat']],
  ['wellbeing', ['safe', 'well', 'better', 'worse', 'pain', 'sleep', 'tired', 'walk', 'garden', 'home', 'eat', 'fell', 'happy', 'sad', 'worried']],
];

/** The theme that somebody's own words are about; without a word that tells, a visit is about who came, and anything else about how the days go. */
export function themeOf(words: string, about: { readonly kind: 'visit' | 'service' | 'general' }): Theme {
  const said = ` ${words.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}’']+/gu, ' ')} `;
  const told = tells.find(([, beginnings]) => beginnings.some((beginning) => said.includes(` ${beginning}`)));
  if (told !== undefined) return told[0];
  return about.kind === 'visit' ? 'workforce' : about.kind === 'service' ? 'communities' : 'wellbeing';
}
