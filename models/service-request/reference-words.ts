/** Easy words, unlike each other to the ear, so that two of them can be said down a telephone or across a room. */
export const firstWords: readonly string[] = [
  'robin', 'silver', 'copper', 'golden', 'amber', 'velvet', 'gentle', 'merry', 'purple', 'yellow', 'swallow', 'magpie',
  'sparrow', 'pigeon', 'puffin', 'cherry', 'lemon', 'crystal', 'heron', 'orange', 'tartan', 'woolly', 'quiet', 'dancing',
  'frosty', 'jolly', 'breezy', 'lucky', 'country', 'morning', 'summer', 'autumn',
];

export const secondWords: readonly string[] = [
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine',
  'kettle', 'bell', 'button', 'basket', 'teapot', 'candle', 'window', 'ladder', 'pillow', 'blanket', 'feather', 'pebble',
  'lantern', 'ribbon', 'thimble', 'anchor', 'cushion', 'whistle', 'marble', 'parcel', 'orchard', 'hammer', 'saucer',
];
