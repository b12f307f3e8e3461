// Promise: whatever keeps the server from starting is said in one clear line that tells how to mend it.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startAndFail, startServer } from '../support/real-server.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'my-care-start-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const oneLine = (said: string) => expect(said.trim().split('\n')).toHaveLength(1);

describe('starting the server', () => {
  test('a taken port is named, with another', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, said } = await startAndFail({ DATA_DIR: join(folder, 'one'), PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    oneLine(said);
    expect(said).toContain(`Port ${port} is taken`);
  });

  test('a folder that cannot be written is named', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'not a folder');
    chmodSync(file, 0o400);
    const { code, said } = await startAndFail({ DATA_DIR: join(file, 'data'), PORT: '0' });
    expect(code).toBe(1);
    oneLine(said);
    expect(said).toMatch(/cannot be opened/);
  });

  test('a broken store is told apart from ours', async () => {
    writeFileSync(join(folder, 'my-care.sqlite'), 'this is not a database, whatever its name says'.repeat(100));
    const { code, said } = await startAndFail({ DATA_DIR: folder, PORT: '0' });
    expect(code).toBe(1);
    oneLine(said);
    expect(said).toMatch(/not a store of ours, or it is damaged/);
  });

  test('wrong settings are all named at once', async () => {
    const { code, said } = await startAndFail({ DATA_DIR: join(folder, 'two'), PORT: 'lots', STORE: 'paper' });
    expect(code).toBe(1);
    expect(said).toContain('PORT');
    expect(said).toContain('STORE');
  });

  test('production refuses to start with demonstration settings', async () => {
    const { code, said } = await startAndFail({ DATA_DIR: join(folder, 'three'), PORT: '0', MY_CARE_ENV: 'production', ALEXA_SIGNATURE: 'skip' });
    expect(code).toBe(1);
    for (const fault of ['SKILL_ID is missing', 'COUNCIL_ID is missing', 'COUNCIL_NAME is missing', 'HELP_PHONE is missing', 'ALEXA_SIGNATURE=skip is for local use only']) expect(said).toContain(fault);
  });

  test('what was kept is there after a restart', async () => {
    const data = join(folder, 'kept');
    const first = await startServer(data);
    expect((await fetch(`${first.address}/health`)).status).toBe(200);
    await first.kill('SIGKILL');
    const second = await startServer(data);
    expect((await fetch(`${second.address}/speaker`)).status).toBe(200);
    await second.kill('SIGTERM');
  });
});
