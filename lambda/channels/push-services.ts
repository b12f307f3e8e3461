/** The push services of the browsers that people have. A subscription comes from outside: no other address is ever called for one. */
export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username } = new URL(endpoint);
  return protocol === 'https:' && port === '' && username === '' && services.some((service) => hostname === service || hostname.endsWith(`.${service}`));
}

const services = ['fcm.googleapis.com', 'push.services.mozilla.com', 'notify.windows.com', 'push.apple.com'];
