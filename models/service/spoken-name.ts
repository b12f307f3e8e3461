import type { Service } from './service.ts';

/** The service's name for the ear: no brackets, web addresses, company endings or shouting; marks said as words. */
export function spokenName(service: Pick<Service, 'name'>): string {
  const plain = service.name.slice(0, lettersSpoken)
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replaceAll(/https?:\/\/\S+|\bwww\.\S+/gi, ' ')
    .replaceAll(/\b(?:ltd|limited|plc|c\.?i\.?c|llp)\b\.?/gi, ' ')
    .replaceAll('&', ' and ')
    .replaceAll('+', ' plus ')
    .replaceAll('@', ' at ')
    .replaceAll(/\s[-–—|/]+\s|[|/_*#<>]+/g, ', ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+,/g, ',')
    .replaceAll(/^[\s,.:;]+|[\s,.:;]+$/g, '');
  const name = plain === '' ? service.name.slice(0, lettersSpoken).trim() : plain;
  return isShouted(name) ? calmed(name) : name;
}

const lettersSpoken = 200;

/** Long names all in capitals are read out letter by letter by some voices. Short ones may be initials. */
function isShouted(name: string): boolean {
  return name.length > 6 && name === name.toUpperCase() && /[A-Z]{5}/.test(name);
}

function calmed(name: string): string {
  return name.toLowerCase().replaceAll(/(^|[\s,-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
