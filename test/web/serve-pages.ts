// Serves the pages for a test, on a port of its own, over real HTTP.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebApp } from '../../web/app.ts';
import type { DeskSpeaker } from '../../web/speaker/conversation-port.ts';

export interface ServedPages {
  readonly origin: string;
  /** The code of every fault that was logged. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** The pages with this speaker behind them. */
export async function servePages(speaker: DeskSpeaker): Promise<ServedPages> {
  const faults: string[] = [];
  const server = createServer(createWebApp({ speaker, log: { fault: (code) => faults.push(code) } }));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const close = () => new Promise<void>((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, faults, close };
}
