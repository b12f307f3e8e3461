import { expect, test } from '@jest/globals';
import * as a from '../../skill/intents.ts';
import * as b from '../../skill/replies.ts';
test('x', () => { expect(Object.keys(a).length + Object.keys(b).length).toBeGreaterThan(0); });
