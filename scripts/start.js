// npm start: installs what is missing, then becomes the server on one machine.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root, withOurNode } from './ensure-installed.js';

ensureInstalled();
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const server = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'lambda', 'local.ts')], { cwd: root, stdio: 'inherit', env: withOurNode() });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
