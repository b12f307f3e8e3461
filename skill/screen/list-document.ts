import { background, choice, heading, hintLine, margin, outline } from './screen-parts.ts';

/** A list that can be pressed, or chosen with the arrows of a remote control. Type is at least 40 dp on a television. */
export const listDocument = {
  type: 'APL', version: '2022.1', theme: 'light', styles: { choice },
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
              type: 'Sequence', grow: 1, shrink: 1, data: '${screen.items}', numbered: true,
              items: [{
                type: 'TouchWrapper', id: '${data.id}', spacing: '2vh',
                // A remote control has nothing to press until something has the focus.
                onMount: [{ type: 'SetFocus', componentId: '${data.id}', when: '${index == 0 && screen.isTv}' }],
                onPress: [{ type: 'SendEvent', arguments: ['choose', '${data.id}'] }],
                item: {
                  type: 'Frame', width: '100%', borderRadius: 12, paddingLeft: 16, paddingTop: 16, paddingRight: 16, paddingBottom: 16, style: 'choice', inheritParentState: true,
                  item: {
                    type: 'Container', direction: 'row', items: [
                      { type: 'Text', text: '${ordinal}', fontSize: 40, color: '#1f4e5f', width: 64 },
                      { type: 'Container', grow: 1, shrink: 1, items: [
                        { type: 'Text', text: '${data.primary}', fontSize: 40, color: '#1a1a1a', maxLines: 2 },
                        { type: 'Text', text: '${data.secondary}', fontSize: 32, color: '#33484f', maxLines: 2, display: '${data.secondary == "" ? "none" : "normal"}' },
                      ] },
                    ],
                  },
                },
              }],
            },
            hintLine,
          ],
        },
      ],
    }],
  },
} as const;
