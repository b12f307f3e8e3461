// What AWS is asked to make for televisions and Home Assistants, as part of `on-aws.test.ts`, which writes the templates out.
import { expect, test } from '@jest/globals';

/** What a template says, as it comes out of JSON. */
export type Json = ReturnType<typeof JSON.parse>;
export interface Resource { readonly Type: string; readonly Properties: Json; readonly DeletionPolicy?: string }
export interface Statement { readonly Action: string | readonly string[]; readonly Resource: unknown; readonly Condition?: Readonly<Record<string, Json>> }
interface Stacks { readonly bus: readonly Resource[]; readonly edge: readonly Resource[]; readonly notifications: readonly Resource[]; readonly web: readonly Resource[] }

const arn = 'arn:aws:iot:eu-west-2:111122223333';
const devices = (resource: (kind: string) => string) => ['tv-*', 'home-*'].map((kind) => `${arn}:${resource(kind)}`);
const saying = (...leaves: readonly string[]) => leaves.flatMap((leaf) => devices((kind) => `topic/my-care/${kind}/${leaf}`));
const discovery = `${arn}:topic/homeassistant/device/my_care_home_*/config`;

export function busTests(stacks: () => Stacks, rightsOf: (name: string) => readonly Statement[]): void {
  const of = (where: keyof Stacks, type: string) => stacks()[where].filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
  const onBus = (name: string) => Object.fromEntries(rightsOf(name).filter(({ Action }) => String(Action).startsWith('iot:')).map(({ Action, Resource }) => [String(Action), [Resource].flat()]));

  test('lets nobody in but by our own function, over WebSocket and TLS 1.2 or later', () => {
    const [authorizer] = of('bus', 'AWS::IoT::Authorizer');
    expect(authorizer).toMatchObject({ AuthorizerName: 'my-care-example-devices', SigningDisabled: true, Status: 'ACTIVE' });
    expect(of('bus', 'AWS::IoT::DomainConfiguration')).toMatchObject([{
      DomainName: 'devices.my-care.harrow.example', ServiceType: 'DATA', ApplicationProtocol: 'MQTT_WSS', AuthenticationType: 'CUSTOM_AUTH', AuthorizerConfig: { DefaultAuthorizerName: 'my-care-example-devices', AllowAuthorizerOverride: false },
      TlsConfig: { SecurityPolicy: 'IotSecurityPolicy_TLS13_1_2_2022_10' },
    }]);
    const called = of('bus', 'AWS::Lambda::Permission');
    expect(called).toHaveLength(8);
    // Only IoT Core may call, each time for one authorizer or one rule of this account.
    for (const { Principal, SourceArn, SourceAccount } of called) expect([Principal, SourceAccount, typeof SourceArn]).toEqual(['iot.amazonaws.com', '111122223333', 'object']);
  });

  test('is reached by the pages’ own address, and of what a browser says only what makes the line goes on', () => {
    const [front] = of('edge', 'AWS::CloudFront::Distribution');
    const behaviour = front.DistributionConfig.CacheBehaviors.find(({ PathPattern }: Json) => PathPattern === '/mqtt');
    const origin = front.DistributionConfig.Origins.find(({ Id }: Json) => Id === behaviour.TargetOriginId);
    expect(origin).toMatchObject({ DomainName: 'devices.my-care.harrow.example', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } });
    expect(of('edge', 'AWS::CloudFront::OriginRequestPolicy')).toMatchObject([{ OriginRequestPolicyConfig: { CookiesConfig: { CookieBehavior: 'none' }, QueryStringsConfig: { QueryStringBehavior: 'none' }, HeadersConfig: { HeaderBehavior: 'whitelist' } } }]);
  });

  test('hands over what devices say, and nothing that is said to them', () => {
    const rules = of('bus', 'AWS::IoT::TopicRule').map(({ TopicRulePayload }) => TopicRulePayload);
    expect(rules.map(({ Sql }) => Sql.replace(/^.* FROM /, '')).sort()).toEqual([
      "'$aws/events/presence/+/+' WHERE startswith(clientId, 'home-')", "'homeassistant/status'", "'my-care/+/ack'", "'my-care/+/answer'", "'my-care/+/hello'", "'my-care/+/press'", "'my-care/+/wellbeing'",
    ]);
    for (const { Actions, ErrorAction, RuleDisabled } of rules) expect({ Actions, ErrorAction, RuleDisabled }).toMatchObject({ RuleDisabled: false, Actions: [{ Lambda: { FunctionArn: expect.anything() } }], ErrorAction: { Sqs: { QueueUrl: expect.anything() } } });
    // Nor where a home’s line comes from.
    expect(rules.filter(({ Sql }) => /ipAddress|\*(?!, 'base64')/.test(Sql))).toEqual([]);
  });

  test('what could not be dealt with in three tries lies with the dead letters, where an alarm waits', () => {
    expect(of('bus', 'AWS::Lambda::EventInvokeConfig')).toMatchObject([{ FunctionName: 'my-care-example-devices', Qualifier: 'live', MaximumRetryAttempts: 2, DestinationConfig: { OnFailure: { Destination: expect.anything() } } }]);
  });

  test('each function says to devices what is its work to say', () => {
    const lines = devices((kind) => `client/${kind}`);
    const publishing = Object.fromEntries(['skill', 'look', 'api', 'web', 'devices'].map((name) => [name, onBus(name)]));
    expect(publishing).toEqual({
      skill: { 'iot:Publish': saying('alert') },
      look: { 'iot:Publish': saying('alert'), 'iot:GetConnection': lines },
      api: { 'iot:Publish': saying('alert') },
      web: { 'iot:Publish': saying('alert', 'availability'), 'iot:RetainPublish': saying('availability'), 'iot:GetConnection': lines, 'iot:DeleteConnection': lines },
      devices: { 'iot:Publish': [...saying('alert', 'state', 'next', 'availability'), discovery], 'iot:RetainPublish': [...saying('availability'), discovery], 'iot:GetConnection': lines },
    });
    for (const name of ['tick', 'stream', 'sync', 'authorizer']) expect(onBus(name)).toEqual({});
    const where = [...of('notifications', 'AWS::Lambda::Function'), ...of('web', 'AWS::Lambda::Function'), ...of('bus', 'AWS::Lambda::Function')].filter(({ Environment }) => Environment?.Variables.IOT_DATA_URL !== undefined);
    expect(where.map(({ FunctionName, Environment }) => [FunctionName.replace('my-care-example-', ''), Environment.Variables.IOT_DATA_URL]).sort()).toEqual(['api', 'devices', 'look', 'web'].map((name) => [name, 'https://data-ats.iot.eu-west-2.amazonaws.com']));
  });
}
