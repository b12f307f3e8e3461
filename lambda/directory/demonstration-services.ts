import { fileURLToPath } from 'node:url';

/** A directory written for demonstrations, in Open Referral UK 3.0: every organisation and number in it is invented. */
export const demonstrationServicesPath = fileURLToPath(new URL('./demonstration-services.json', import.meta.url));
