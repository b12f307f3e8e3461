import type { Question } from '../../models/outcome/index.ts';

/** The ONS’s words as its interviewers say them: its guidance for speech has "nought" where the page has 0. */
export function spokenWords(words: string): string {
  return words.replaceAll(/\b0\b/g, 'nought');
}

/** "hardly ever or never, some of the time, or often" */
export function choicesWords({ scale }: Question): string {
  if (scale.kind === 'nought-to-ten') return 'a number from nought to 10';
  const said = scale.choices.map(({ text }) => text.toLowerCase().replace('/', ' or '));
  return `${said.slice(0, -1).join(', ')}, or ${said.at(-1) ?? ''}`;
}

/** Said after a silence. */
export function answerHelp(question: Question): string {
  return `You can say ${choicesWords(question)}. Or say skip, or stop.`;
}
