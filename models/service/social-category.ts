import type { Category } from './category.ts';

/** Company, interests and keeping well. */
export const socialCategories: readonly Category[] = [
  { id: 'social-club', spoken: 'a social club', phrases: ['social club', 'club', 'social group', 'coffee morning', 'tea dance', 'tea party', 'get together', 'community cafe', 'drop in', 'meet people', 'over 60s club', 'afternoon tea', 'social activity', 'men shed', 'outing', 'day trip', 'board game', 'womens institute', 'quiz'], near: ['lunch-club', 'befriending', 'day-centre'] },
  { id: 'lunch-club', spoken: 'a lunch club', phrases: ['lunch club', 'luncheon club', 'community lunch', 'sunday lunch', 'lunch together', 'dinner club'], kindOf: ['social-club'], near: ['meals', 'social-club'] },
  { id: 'singing', spoken: 'singing', phrases: ['singing', 'choir', 'sing', 'singer', 'sing along', 'singalong', 'song', 'music', 'musical'], kindOf: ['social-club'], near: ['social-club', 'craft'] },
  { id: 'bingo', spoken: 'bingo', phrases: ['bingo', 'housey housey', 'bingo night'], kindOf: ['social-club'], near: ['social-club', 'lunch-club'] },
  { id: 'craft', spoken: 'craft', phrases: ['craft', 'knitting', 'sewing', 'crochet', 'painting', 'art class', 'art group', 'art', 'pottery', 'woodwork', 'embroidery', 'flower arranging', 'knit and natter'], kindOf: ['social-club'], near: ['social-club', 'reading'] },
  { id: 'reading', spoken: 'books and reading', phrases: ['reading', 'book', 'book group', 'book club', 'library', 'audiobook', 'talking book', 'talking newspaper', 'home library', 'large print', 'reader'], near: ['craft', 'befriending'] },
  { id: 'exercise', spoken: 'exercise', phrases: ['exercise', 'chair exercise', 'keep fit', 'keep moving', 'yoga', 'tai chi', 'pilates', 'swimming', 'walking group', 'walking football', 'health walk', 'bowls', 'dancing', 'dance', 'gym', 'strength and balance', 'fall prevention', 'fitness', 'aqua', 'zumba', 'stretching'], near: ['social-club'] },
  { id: 'befriending', spoken: 'befriending', phrases: ['befriending', 'befriender', 'befriend', 'visitor for a chat', 'telephone friend', 'phone friend', 'friendly call', 'someone to talk to', 'somebody to talk to', 'friendly voice', 'company', 'companionship', 'companion', 'good neighbour', 'lonely', 'loneliness', 'someone for a chat'], near: ['social-club', 'lunch-club'] },
  { id: 'day-centre', spoken: 'a day centre', phrases: ['day centre', 'day center', 'day care', 'day service', 'day club', 'dementia cafe', 'memory cafe', 'day opportunity'], near: ['social-club', 'lunch-club', 'respite'] },
  { id: 'computer-help', spoken: 'help with computers', phrases: ['computer', 'computer help', 'tablet computer', 'ipad', 'laptop', 'internet', 'get online', 'digital skill', 'digital inclusion', 'smartphone', 'mobile phone help', 'silver surfer', 'video call', 'email', 'wifi'], near: ['advice', 'reading'] },
];
