/** The parts every screen shares: quiet background, one heading, one line of what can be said. */
export const outline = { type: 'Container', width: '100vw', height: '100vh' } as const;
/** The margin round a screen, side by side: every APL version knows the four. */
export const margin = { paddingLeft: '4vh', paddingTop: '4vh', paddingRight: '4vh', paddingBottom: '4vh' } as const;
export const background = { type: 'Frame', position: 'absolute', width: '100vw', height: '100vh', backgroundColor: '#fbf7ef' } as const;
export const heading = { type: 'Text', text: '${screen.title}', fontSize: 48, fontWeight: '700', color: '#1f4e5f', maxLines: 2 } as const;
export const hintLine = {
  type: 'Text', text: '${screen.hint}', fontSize: 32, color: '#33484f', spacing: '2vh', maxLines: 2, display: '${screen.hint == "" ? "none" : "normal"}',
} as const;
/** Something to choose: what has the focus of a remote control, or a finger on it, stands out by more than colour. */
export const choice = {
  values: [
    { borderWidth: 3, borderColor: '#1f4e5f', backgroundColor: '#ffffff' },
    { when: '${state.focused || state.pressed}', borderWidth: 8, borderColor: '#b8520a', backgroundColor: '#fff3df' },
  ],
} as const;
