/** Every address the pages answer at. */
export const paths = {
  home: '/',
  start: '/start',
  health: '/health',
  assets: '/assets',
  speaker: '/speaker',
  speakerSay: '/speaker/say',
  speakerPress: '/speaker/press',
  speakerElsewhere: '/speaker/elsewhere',
} as const;
