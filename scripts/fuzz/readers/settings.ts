import { ConfigIsWrong } from '../../../lambda/config-is-wrong.ts';
import { readConfig } from '../../../lambda/config.ts';
import { settings as known } from '../../../lambda/setting-names.ts';
import type { Fuzzed } from '../fuzzed.ts';
import { spoil, oneOf } from '../spoil.ts';
import { hostileWords } from '../../../test/support/hostile-words.ts';

const usual = ['production', 'sqlite', 'dynamodb', 'verify', 'skip', 'on', 'off', '3000', '0', 'https://directory.example/', 'mailto:a@example.org', 'harrow', '020 7946 0001', 'mqtts://broker.example', 'x'.repeat(40), ''];

/** Settings are taken, or every one that is wrong is named. */
export function settings(): Fuzzed {
  const names = Object.keys(known.shape);
  return {
    input: (chance) => JSON.stringify(Object.fromEntries(names.filter(() => chance() < 0.06).map((name) => [name, chance() < 0.6 ? oneOf(usual, chance) : chance() < 0.5 ? spoil(oneOf(usual, chance), chance) : oneOf(hostileWords, chance)]))),
    read: (text) => {
      try {
        readConfig(JSON.parse(text) as Record<string, string>);
        return Promise.resolve(true);
      } catch (cause) {
        if (cause instanceof ConfigIsWrong) return Promise.resolve(false);
        throw cause;
      }
    },
  };
}
