// A real Mosquitto where Debian's is installed, with the rules that docs/device-bus.md gives to councils that run their own.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';

const program = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/usr/bin/mosquitto'].find((path) => existsSync(path));
export const hasMosquitto = program !== undefined;

export interface Mosquitto { readonly url: string; stop(): Promise<void> }

/** Starts one with these users; a device's user name is its device id. */
export async function startMosquitto(users: Readonly<Record<string, string>>): Promise<Mosquitto> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-mosquitto-'));
  const port = await freePort();
  const passwords = join(folder, 'passwords');
  writeFileSync(passwords, '', { mode: 0o600 });
  for (const [name, word] of Object.entries(users)) spawnSync('mosquitto_passwd', ['-b', passwords, name, word]);
  writeFileSync(join(folder, 'rules'), [
    'user my-care', 'topic readwrite my-care/#', 'topic readwrite homeassistant/#', '',
    ...['availability', 'hello', 'ack', 'answer', 'press', 'wellbeing'].map((leaf) => `pattern write my-care/%u/${leaf}`),
    ...['state', 'alert', 'next', 'say'].map((leaf) => `pattern read my-care/%u/${leaf}`),
  ].join('\n'), { mode: 0o600 });
  writeFileSync(join(folder, 'mosquitto.conf'), [`listener ${port} 127.0.0.1`, 'allow_anonymous false', `password_file ${passwords}`, `acl_file ${join(folder, 'rules')}`, 'persistence false', 'user root'].join('\n'));
  const child: ChildProcess = spawn(program ?? '', ['-c', join(folder, 'mosquitto.conf')], { stdio: 'ignore' });
  const url = `mqtt://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    try {
      await (await connectAsync(url, { username: 'my-care', password: users['my-care'] ?? '', reconnectPeriod: 0 })).endAsync();
      break;
    } catch (cause) {
      if (tries > 50) throw cause;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
  }
  return {
    url,
    stop: () => new Promise((resolve) => {
      child.once('exit', () => { rmSync(folder, { recursive: true, force: true }); resolve(); });
      child.kill('SIGTERM');
    }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => { resolve(port); });
    });
  });
}
