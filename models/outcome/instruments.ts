/** One question of an instrument, in its own wording, and how it is answered: 0 to 10, or by one of a few words. */
export interface Question {
  readonly id: string;
  readonly words: string;
  readonly scale: { readonly kind: 'nought-to-ten'; readonly least: string; readonly most: string } | { readonly kind: 'words'; readonly choices: readonly { readonly value: string; readonly text: string }[] };
  /** How it is called in a table. */
  readonly short: string;
}

/** Questions of somebody else's, word for word, with where they are from. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly version: string;
  readonly title: string;
  /** What is said before the first question. */
  readonly lead: string;
  readonly questions: readonly Question[];
  readonly source: string;
  /** Asked of nobody younger. */
  readonly leastAge: number;
}

export const instrumentIds = ['ons4', 'ons-loneliness'] as const;
export type InstrumentId = (typeof instrumentIds)[number];

const oftenness = { kind: 'words', choices: [{ value: 'hardly-ever-or-never', text: 'Hardly ever or never' }, { value: 'some-of-the-time', text: 'Some of the time' }, { value: 'often', text: 'Often' }] } as const;

/**
 * The ONS personal wellbeing questions (harmonised standard, 2020) and the ONS indicators of loneliness (2018): the three of the UCLA
 * scale first, the direct one last. Both under the Open Government Licence 3.0. Nothing of their wording may be changed, and nobody answers for another.
 */
export const instruments: Readonly<Record<InstrumentId, Instrument>> = {
  ons4: {
    id: 'ons4', version: '2020', title: 'How life is going', leastAge: 16,
    lead: 'Next I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I’d like you to give an answer on a scale of 0 to 10, where 0 is “not at all” and 10 is “completely”.',
    questions: [
      { id: 'satisfied', words: 'Overall, how satisfied are you with your life nowadays?', short: 'Satisfied', scale: { kind: 'nought-to-ten', least: 'not at all satisfied', most: 'completely satisfied' } },
      { id: 'worthwhile', words: 'Overall, to what extent do you feel that the things you do in your life are worthwhile?', short: 'Worthwhile', scale: { kind: 'nought-to-ten', least: 'not at all worthwhile', most: 'completely worthwhile' } },
      { id: 'happy', words: 'Overall, how happy did you feel yesterday?', short: 'Happy', scale: { kind: 'nought-to-ten', least: 'not at all happy', most: 'completely happy' } },
      { id: 'anxious', words: 'On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how anxious did you feel yesterday?', short: 'Anxious', scale: { kind: 'nought-to-ten', least: 'not at all anxious', most: 'completely anxious' } },
    ],
    source: 'Personal wellbeing harmonised standard, Office for National Statistics. Open Government Licence v3.0.',
  },
  'ons-loneliness': {
    id: 'ons-loneliness', version: '2018', title: 'Company and loneliness', leastAge: 16,
    lead: 'The next questions are about how you feel about different aspects of your life. For each one, please say how often you feel that way.',
    questions: [
      { id: 'companionship', words: 'How often do you feel that you lack companionship?', short: 'Lacks company', scale: oftenness },
      { id: 'left-out', words: 'How often do you feel left out?', short: 'Left out', scale: oftenness },
      { id: 'isolated', words: 'How often do you feel isolated from others?', short: 'Isolated', scale: oftenness },
      {
        id: 'lonely', words: 'How often do you feel lonely?', short: 'Lonely',
        scale: { kind: 'words', choices: [{ value: 'often-or-always', text: 'Often/always' }, { value: 'some-of-the-time', text: 'Some of the time' }, { value: 'occasionally', text: 'Occasionally' }, { value: 'hardly-ever', text: 'Hardly ever' }, { value: 'never', text: 'Never' }] },
      },
    ],
    source: 'National indicators of loneliness, Office for National Statistics, with the three-item UCLA loneliness scale. Open Government Licence v3.0.',
  },
};
