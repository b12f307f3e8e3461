import type { FoundService } from '../../models/service/index.ts';
import type { Screen } from '../answer.ts';
import { capitalised } from '../words/index.ts';
import { costWords, runByWords, whenOnWords } from './speech.ts';

export function serviceScreen(title: string, found: readonly FoundService[], hint: string): Screen {
  return {
    kind: 'list', title, hint,
    items: found.slice(0, 7).map((each) => ({
      id: each.service.id, primary: each.name,
      secondary: capitalised(`${[costWords(each), ...runByWords(each)].join(', ')}${whenOnWords(each.usualTimes)}`),
    })),
  };
}
