import { authorizeDevice, type Authorized, type ConnectEvent } from './bus/authorize-device.ts';
import { readCouncils } from './councils.ts';
import { knownDevices } from './store/known-devices.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';
import { CareError } from '../skill/care-error.ts';

const devices = build(process.env);

/** AWS IoT Core asks this of every device that comes, and again each hour. */
export async function handler(event: ConnectEvent, { invokedFunctionArn }: { readonly invokedFunctionArn: string }): Promise<Authorized> {
  const [, partition, , region, account] = invokedFunctionArn.split(':');
  return authorizeDevice(event, (deviceId, word) => devices.known(deviceId, word), ['arn', partition, 'iot', region, account].join(':'));
}

function build(settings: Readonly<Record<string, string | undefined>>) {
  const [{ store }] = readCouncils(settings);
  if (store.kind !== 'dynamodb') throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB: set STORE=dynamodb.');
  return knownDevices(openDynamodbTable(store));
}
