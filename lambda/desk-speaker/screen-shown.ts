import type { Response } from 'ask-sdk-model';
import * as z from 'zod';
import type { Said } from '../../web/speaker/conversation-port.ts';

const shown = z.object({
  type: z.literal('Alexa.Presentation.APL.RenderDocument'),
  datasources: z.object({ screen: z.object({
    title: z.string(), hint: z.string(),
    items: z.array(z.object({ id: z.string(), primary: z.string(), secondary: z.string() })).optional(),
    lines: z.array(z.string()).optional(),
  }) }),
});

/** What an Echo Show or a television would draw, from the data that goes with the APL document. */
export function screenIn(response: Response): Said['screen'] {
  for (const directive of response.directives ?? []) {
    const read = shown.safeParse(directive);
    if (!read.success) continue;
    const { title, hint, items, lines } = read.data.datasources.screen;
    const withHint = hint === '' ? {} : { hint };
    if (items === undefined) return { kind: 'detail', title, lines: lines ?? [], ...withHint };
    return { kind: 'list', title, ...withHint, items: items.map(({ id, primary, secondary }) => ({ id, primary, ...(secondary !== '' && { secondary }) })) };
  }
  return undefined;
}
