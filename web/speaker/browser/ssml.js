const namedRates = { 'x-slow': 0.5, slow: 0.75, medium: 1, fast: 1.25, 'x-fast': 1.5 };
const namedBreaks = { none: 0, 'x-weak': 100, weak: 200, medium: 400, strong: 700, 'x-strong': 1000 };

/**
 * What a speech engine without SSML is given instead: one piece for each sentence, with its rate and the silence after it.
 * Mark-up that cannot be read gives no pieces, and the caller reads the plain words.
 * @param {string} ssml
 * @returns {{ text: string, rate: number, pauseMs: number }[]}
 */
export function piecesOf(ssml) {
  if (!ssml.startsWith('<speak')) return [];
  const document = new DOMParser().parseFromString(ssml.replace('<speak>', '<speak xmlns:amazon="urn:amazon">'), 'application/xml');
  if (document.querySelector('parsererror')) return [];
  const pieces = [];
  let text = '';
  const finish = (rate, pauseMs) => {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    text = '';
    if (/[\p{L}\p{N}]/u.test(words)) pieces.push({ text: words, rate, pauseMs });
    else if (pieces.length > 0) pieces[pieces.length - 1].pauseMs += pauseMs;
  };
  const walk = (node, rate) => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += node.data;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = node.localName;
    const isSentence = name === 's' || name === 'p';
    const inside = name === 'prosody' ? rate * rateOf(node.getAttribute('rate')) : rate;
    if (isSentence || inside !== rate) finish(rate, 0);
    if (name === 'break') finish(rate, breakOf(node));
    else if (name === 'say-as' && /^(digits|telephone|characters|spell-out)$/.test(node.getAttribute('interpret-as') ?? '')) text += ` ${[...node.textContent.replaceAll(/\s/g, '')].join(' ')} `;
    else if (name === 'sub') text += node.getAttribute('alias') ?? node.textContent;
    else node.childNodes.forEach((child) => walk(child, inside));
    if (isSentence || inside !== rate) finish(inside, 0);
  };
  walk(document.documentElement, 1);
  finish(1, 0);
  return pieces;
}

function rateOf(rate) {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(rate ?? '');
  const value = percent ? Number(percent[1]) / 100 : (namedRates[rate] ?? 1);
  return Math.min(2, Math.max(0.2, value));
}

function breakOf(node) {
  const time = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(node.getAttribute('time') ?? '');
  if (time) return Math.min(10_000, Number(time[1]) * (time[2] === 's' ? 1000 : 1));
  return namedBreaks[node.getAttribute('strength') ?? 'medium'] ?? 400;
}
