import { byKey, type WhoIs } from '../assistants/let-in.ts';
import { knownDevices } from '../store/known-devices.ts';

/** By an assistant’s key, or by the name and password that a Home Assistant of the home has on the bus (Basic). One that may show nothing private may not talk either. */
export const byKeyOrDevice: WhoIs = async (authorization, needs) => {
  const [, sent] = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(authorization) ?? [];
  if (sent === undefined) return byKey(authorization, needs);
  const [, deviceId = '', word = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(sent, 'base64').toString()) ?? [];
  const device = await knownDevices(needs.table).known(deviceId, word);
  if (device?.kind !== 'home-assistant' || needs.of(device.councilId) === undefined) return undefined;
  const { councilId, personId, shows } = device;
  const record = await needs.records.byPerson(councilId, personId);
  if (record === undefined || record.household.left !== undefined) return undefined;
  const identity = { kind: 'person' as const, councilId, id: personId, name: record.household.name.preferred, personId };
  return { key: { id: `device-${deviceId}`, identity }, record, deeds: shows === 'names' ? ['talk'] : [] };
};
