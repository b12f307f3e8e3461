import { CareError } from '../skill/care-error.ts';
import { hearFromIot } from './board/hear-from-iot.ts';
import type { IotEvent } from './bus/iot-events.ts';
import { builtOnce } from './built-once.ts';
import { lambdaParts } from './lambda-parts.ts';
import type { Settings } from './settings-from-secrets.ts';

const parts = builtOnce(build, Date.now, process.env);

/** AWS IoT Core, by its rules: what a device said, or that one came or went. */
export async function handler(event: IotEvent): Promise<void> {
  await hearFromIot(event, await parts());
}

function build(settings: Settings) {
  const { services, devices } = lambdaParts(settings);
  if (devices === undefined) throw new CareError('config-is-wrong', 'Without IOT_DATA_URL there are no devices to listen to.');
  const { alerts, records, clock } = services;
  return { ...devices, alerts, records, clock };
}
