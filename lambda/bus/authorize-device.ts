import { iotPolicyOf, type IotPolicy } from './iot-policy.ts';
import { whoConnects, type WhoIs } from './who-connects.ts';

/** As much of what AWS IoT Core asks an authorizer as is read. Source: AWS documentation, “Defining your Lambda function” (custom authentication). */
export interface ConnectEvent { readonly protocolData?: { readonly mqtt?: { readonly username?: string; /** In base64. */ readonly password?: string; readonly clientId?: string } } }

/** What it is to be answered. `principalId`: letters and digits only. */
export interface Authorized {
  readonly isAuthenticated: boolean;
  readonly principalId: string;
  readonly disconnectAfterInSeconds: number;
  readonly refreshAfterInSeconds: number;
  readonly policyDocuments: readonly IotPolicy[];
}

/** A line is good for a day, and looked at anew each hour: should a device that was taken away not have been cut off at once, it is then. */
const [aDay, anHour, shortest] = [86_400, 3_600, 300] as const;

/** Lets a device on the bus by the rules of our own broker. A store that does not answer is thrown: nobody is told that their word is wrong. */
export async function authorizeDevice({ protocolData }: ConnectEvent, whois: WhoIs, arn: string): Promise<Authorized> {
  const { username, password = '', clientId } = protocolData?.mqtt ?? {};
  const device = await whoConnects({ clientId, name: username, word: Buffer.from(password, 'base64').toString() }, whois);
  if (device === undefined) return { isAuthenticated: false, principalId: 'nobody', disconnectAfterInSeconds: shortest, refreshAfterInSeconds: shortest, policyDocuments: [] };
  return { isAuthenticated: true, principalId: device.deviceId.replaceAll('-', ''), disconnectAfterInSeconds: aDay, refreshAfterInSeconds: anHour, policyDocuments: [iotPolicyOf(device, arn)] };
}
