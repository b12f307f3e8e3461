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
  agency: '/agency',
  board: '/board',
  boardCode: '/board/code',
  boardCollect: '/board/collect',
  boardPair: '/board/pair',
  boardRemove: '/board/remove',
  boardHomeAssistant: '/board/home-assistant',
  boardWorker: '/board/worker.js',
} as const;
