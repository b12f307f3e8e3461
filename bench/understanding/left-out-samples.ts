import { sentenceEncoder } from '../../lambda/understanding/sentence-encoder.ts';
import { learn } from '../../scripts/teach/learn.ts';
import { sentencesToTeach } from '../../scripts/teach/lessons.ts';
import { filledSamples } from '../../scripts/teach/filled-samples.ts';
import type { MarkedSentence } from '../../scripts/teach/marked-sentences.ts';
import { randomFrom } from '../../scripts/teach/softmax.ts';
import { loadUnderstanding, type LanguageModelFile } from '../../skill/understand/index.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import type { Share } from './measure.ts';

/** Samples that another intent took when they were left out of the model. */
export interface LeftOut { readonly share: Share; readonly lost: readonly { readonly sample: string; readonly meant: string; readonly heard: string }[] }

const tuesday = { today: '2026-12-01' as LocalDate, now: '08:00' as LocalTime };

/**
 * Whether each sample still wins when it is left out of the model: a tenth of them at a time, which is harder than one at a time,
 * since its neighbours are gone as well. A sample with slots is filled three ways, and wins with most of them. Teaching takes most of a minute each time.
 */
export async function leaveSamplesOut(model: LanguageModelFile, said: readonly MarkedSentence[], parts = 10): Promise<LeftOut> {
  const lost: { sample: string; meant: string; heard: string }[] = [];
  let all = 0;
  for (let part = 0; part < parts; part++) {
    const isOut = (place: number) => place % parts === part;
    const without = withSamples(model, (_, place) => !isOut(place));
    const texts = new Set(filledSamples(withSamples(model, (_, place) => isOut(place)), randomFrom(20261201)).map(({ text }) => text));
    const others = said.filter(({ text }) => !texts.has(text));
    const understanding = loadUnderstanding(without, sentenceEncoder, learn(without, sentencesToTeach(without, others), others));
    for (const { name: intent, slots = [], samples = [] } of model.interactionModel.languageModel.intents.filter(({ name }) => !unmeasured.has(name))) {
      for (const sample of samples.filter((_, place) => isOut(place))) {
        all += 1;
        const expecting = answers.has(intent) ? [intent] : [];
        const filled = filledSamples(only(model, { name: intent, slots, samples: [sample] }), randomFrom(1));
        const heard = await Promise.all(filled.map(async ({ text }) => (await understanding.understand(text, { ...tuesday, expecting })).intent));
        if (heard.filter((each) => each === intent).length * 2 < heard.length) lost.push({ sample, meant: intent, heard: heard.find((each) => each !== intent) ?? '' });
      }
    }
  }
  return { share: { right: all - lost.length, all }, lost };
}

/** What only ever answers a question is measured with that question open. */
const answers: ReadonlySet<string> = new Set(['AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.NextIntent', 'AMAZON.PreviousIntent', 'GiveDayIntent', 'GiveTimeIntent', 'GiveAmountIntent', 'GiveRatingIntent', 'GivePinIntent', 'ChooseIntent', 'LinkWithCodeIntent', 'IMeantIntent', 'DontRememberIntent', 'DoingItNowIntent']);
const unmeasured: ReadonlySet<string> = new Set(['AMAZON.FallbackIntent', 'AMAZON.NavigateHomeIntent']);

function withSamples(model: LanguageModelFile, keep: (sample: string, place: number) => boolean): LanguageModelFile {
  const { languageModel } = model.interactionModel;
  return { ...model, interactionModel: { ...model.interactionModel, languageModel: { ...languageModel, intents: languageModel.intents.map((intent) => ({ ...intent, samples: intent.samples.filter(keep) })) } } };
}

function only(model: LanguageModelFile, intent: LanguageModelFile['interactionModel']['languageModel']['intents'][number]): LanguageModelFile {
  return { ...model, interactionModel: { ...model.interactionModel, languageModel: { ...model.interactionModel.languageModel, intents: [intent] } } };
}
