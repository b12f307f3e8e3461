export * from './look-at-money-line.ts';
export * from './match-set-asides.ts';
export * from './money-columns.ts';
export * from './money-file.ts';
export * from './read-amount.ts';
export * from './read-money-row.ts';
export * from './statement-row.ts';
