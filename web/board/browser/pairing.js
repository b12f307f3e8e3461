import { part, showOnly } from './view.js';

const askEveryMs = 3_000;
const tryAgainMs = 10_000;

/** Shows a code until somebody has typed it; the credentials of this screen. */
export async function pair() {
  for (;;) {
    const offered = await post('/board/code', {});
    if (offered === undefined) {
      showCode('One moment…');
      await pause(tryAgainMs);
      continue;
    }
    showCode(`${offered.code.slice(0, 3)} ${offered.code.slice(3)}`);
    const paired = await collected(offered);
    if (paired !== undefined) return paired;
  }
}

async function collected(offered) {
  for (;;) {
    await pause(askEveryMs);
    const found = await post('/board/collect', offered);
    if (found && found.kind === 'paired') return { deviceId: found.deviceId, word: found.word };
    if (found && found.kind === 'gone') return undefined;
  }
}

export async function post(address, body) {
  try {
    const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function showCode(code) {
  showOnly('pairing');
  part('code').textContent = code;
}

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
