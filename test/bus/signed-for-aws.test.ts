// Promise: AWS takes what we sign, for it is signed as Amazon's own client signs.
import { expect, test } from '@jest/globals';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { signedForAws } from '../../lambda/bus/signed-for-aws.ts';

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', sessionToken: 'of-this-function' };
interface Sent { readonly method: string; readonly hostname: string; readonly path: string; readonly headers: Record<string, string>; readonly body: string }

test('a call is signed to the letter as Amazon’s own client signs it', async () => {
  const sent: Sent[] = [];
  const stop = new Error('far enough');
  const client = new DynamoDBClient({ region: 'eu-west-2', credentials: keys, maxAttempts: 1, requestHandler: { handle: (request: unknown) => { sent.push(request as Sent); return Promise.reject(stop); } } as never });
  await expect(client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'Zoë’s #1' } } }))).rejects.toThrow(stop);
  const [{ method, hostname, path, headers, body } = {} as Sent] = sent;
  const { authorization = '', 'x-amz-date': date = '', ...others } = headers;
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
  const given = Object.fromEntries(Object.entries(others).filter(([name]) => names.includes(name) && name !== 'host' && name !== 'x-amz-security-token'));
  const at = new Date(date.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));
  expect((await signedForAws({ method, url: new URL(`https://${hostname}${path}`), headers: given, body }, { keys, region: 'eu-west-2', service: 'dynamodb', at }))['authorization']).toBe(authorization);
});

// Made with Amazon's client for IoT Core (client-iot-data-plane 3.1138.0), by its own requests at this time.
test.each<[string, string, string, string, Readonly<Record<string, string>>, string]>([
  ['A message', 'POST', '/topics/my-care%2Ftv-abcdefghijkl%2Falert?qos=1', '{"id":"a"}', { 'content-type': 'application/octet-stream', 'content-length': '10', 'x-amz-user-agent': 'aws-sdk-js/3.1137.0', 'amz-sdk-invocation-id': 'f27655b9-c139-4ae8-ae46-febbe6951f3b', 'amz-sdk-request': 'attempt=1; max=1', 'x-amz-content-sha256': '8489a5deb454a360345c7868bca8672de92b446caf3d3b014af6a56e3d549d30' }, 'f7dd7fecb734f6a4fe635dbec38aee7bac3570402ab2b4652b8ff978de0b81ec'],
  ['The end of a line', 'DELETE', '/connections/tv-abcdefghijkl?cleanSession=true&preventWillMessage=true', '', { 'x-amz-user-agent': 'aws-sdk-js/3.1137.0', 'amz-sdk-invocation-id': '5bba5257-748e-4159-945e-e74a0fc31336', 'amz-sdk-request': 'attempt=1; max=1', 'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }, '0871afbfb3ba1faadcac4d41c9543b8400f0363d22f81f049ec302645c790128'],
])('%s of IoT Core’s data plane too, whose topics are one part of the path', async (_what, method, path, body, headers, signature) => {
  const signed = await signedForAws({ method, url: new URL(`https://data-ats.iot.eu-west-2.amazonaws.com${path}`), headers, body }, { keys, region: 'eu-west-2', service: 'iotdata', at: new Date('2026-12-01T08:00:00Z') });
  expect(signed['authorization']).toMatch(new RegExp(`Signature=${signature}$`));
});
