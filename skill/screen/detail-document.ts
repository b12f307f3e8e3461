import { background, heading, hintLine, margin, outline } from './screen-parts.ts';

/** One thing in large type, scrolled with a finger or the remote control's arrows. */
export const detailDocument = {
  type: 'APL', version: '2022.1', theme: 'light',
  mainTemplate: {
    parameters: ['screen'],
    items: [{
      ...outline,
      items: [
        background,
        {
          type: 'Container', width: '100vw', height: '100vh', ...margin,
          items: [
            heading,
            {
              type: 'ScrollView', grow: 1, shrink: 1,
              item: { type: 'Container', data: '${screen.lines}', items: [{ type: 'Text', text: '${data}', fontSize: 44, color: '#1a1a1a', spacing: '2vh', width: '100%' }] },
            },
            hintLine,
          ],
        },
      ],
    }],
  },
} as const;
