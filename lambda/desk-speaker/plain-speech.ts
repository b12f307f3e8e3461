/** What an ear would hear of SSML, as text: for the transcript, the terminal and the tests. */
export function plainSpeech(ssml: string): string {
  return ssml
    .replaceAll(/<break[^>]*>/g, ' ')
    .replaceAll('</s>', ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: keyof typeof characters) => characters[name])
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/“\s+/g, '“')
    .replaceAll(/\s+”/g, '”')
    .replaceAll(/\s+([,.?!])/g, '$1')
    .trim();
}

const characters = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;
