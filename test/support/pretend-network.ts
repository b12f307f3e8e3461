// Keeps one promise: what stands in the way of the network for one file of tests is gone before the next file of the same process.
import { afterAll, afterEach } from '@jest/globals';
import nock from 'nock';

afterEach(() => { nock.cleanAll(); });
afterAll(() => { nock.restore(); });

export { nock };
