/** Which intents an open question makes likely. Amazon learns this from our prompts; our own understanding is told. */
export function expectedIntents(pending: unknown): readonly string[] {
  const { kind, first, second } = (pending ?? {}) as { kind?: unknown; first?: { intent?: unknown }; second?: { intent?: unknown } };
  if (kind === 'which-of-two') return [...[first?.intent, second?.intent].filter((intent) => typeof intent === 'string'), 'ChooseIntent', ...yesOrNo, 'AMAZON.NextIntent'];
  return typeof kind === 'string' ? [...(byQuestion[kind] ?? yesOrNo)] : [];
}

const yesOrNo = ['AMAZON.YesIntent', 'AMAZON.NoIntent'];
const byQuestion: Readonly<Record<string, readonly string[]>> = {
  'anything-else': ['AMAZON.NoIntent'],
  'say-pin': ['GivePinIntent', 'AMAZON.NoIntent'],
  'wellbeing-question': ['GiveRatingIntent', 'GiveAmountIntent', 'AMAZON.NextIntent', 'DontRememberIntent'],
  'new-pin': ['GivePinIntent', 'AMAZON.NoIntent'],
  'how-many': ['GiveAmountIntent', 'AMAZON.NoIntent'],
  'which-day': ['GiveDayIntent', 'GiveTimeIntent', 'AMAZON.NoIntent'],
  'move-to-when': ['GiveTimeIntent', 'GiveDayIntent', 'AMAZON.NoIntent'],
  'which-service': ['ChooseIntent', 'AMAZON.NoIntent'],
  'ask-or-another': ['AMAZON.YesIntent', 'AMAZON.NextIntent', 'ChooseIntent', 'AMAZON.NoIntent'],
  'which-visit': ['ChooseIntent', 'GiveDayIntent', 'GiveTimeIntent', 'AMAZON.NoIntent'],
  'what-do-you-need': ['FindServiceIntent', 'ChooseIntent'],
  'not-enough': ['ChooseIntent', 'AMAZON.YesIntent', 'AMAZON.NoIntent'],
  'another-idea': ['AMAZON.YesIntent', 'AMAZON.NextIntent', 'SuggestServiceIntent', 'AMAZON.NoIntent'],
  'send-request': ['AMAZON.YesIntent', 'AMAZON.NoIntent', 'GiveDayIntent', 'GiveTimeIntent'],
  'set-reminder': ['AMAZON.YesIntent', 'AMAZON.NoIntent', 'GiveAmountIntent'],
  'send-move': ['AMAZON.YesIntent', 'AMAZON.NoIntent', 'GiveTimeIntent', 'GiveDayIntent'],
};
