import type { RequestEnvelope } from 'ask-sdk-model';
import { plainAnswer, type Answer, type Screen } from '../answer.ts';
import { withGaps } from '../gaps.ts';
import { detailDocument } from './detail-document.ts';
import { listDocument } from './list-document.ts';

/** Whether this device draws APL, in a version our documents are written for. */
export function supportsScreen(envelope: RequestEnvelope): boolean {
  const apl = withGaps(envelope).context?.System?.device?.supportedInterfaces?.['Alexa.Presentation.APL'];
  const [year = 0, month = 0] = (apl?.runtime?.maxVersion ?? '0').split('.').map(Number);
  return year > 2022 || (year === 2022 && month >= 1) || (year === 1 && month >= 8);
}

/** The screen that goes with an answer: its own list or detail, or else the words just spoken, large. */
export function screenDirective(answer: Answer, envelope: RequestEnvelope): Record<string, unknown> {
  const screen: Screen = answer.screen ?? { kind: 'detail', title: 'My Care', lines: [plainAnswer(answer)] };
  const isTv = withGaps(envelope).context?.Viewport?.mode === 'TV';
  const common = { type: 'object', title: asWritten(screen.title), hint: asWritten(screen.hint ?? ''), isTv };
  const data = screen.kind === 'list'
    ? { ...common, items: screen.items.map((item) => ({ id: item.id, primary: asWritten(item.primary), secondary: asWritten(item.secondary ?? '') })) }
    : { ...common, lines: screen.lines.map(asWritten) };
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: `my-care-${screen.kind}`,
    document: screen.kind === 'list' ? listDocument : detailDocument,
    datasources: { screen: data },
  };
}

/** APL's Text takes `<b>` and the like for mark-up: stored words keep their look with other brackets. */
function asWritten(words: string): string {
  return words.replaceAll('<', '‹').replaceAll('>', '›');
}
