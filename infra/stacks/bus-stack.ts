import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal, type IRole } from 'aws-cdk-lib/aws-iam';
import { CfnAuthorizer, CfnDomainConfiguration, CfnTopicRule } from 'aws-cdk-lib/aws-iot';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CareAlarm } from '../constructs/care-alarm.ts';
import { CareFunction } from '../constructs/care-function.ts';
import { homeRegion, nameOf, type Stage } from '../stage.ts';
import type { NotificationsStack } from './notifications-stack.ts';

/** What devices say that we listen to, each with a rule of its own: what we say to them passes none. */
const listenedTo = ['hello', 'ack', 'answer', 'press', 'wellbeing'] as const;
const said = 'SELECT topic() AS topic, clientid() AS clientId, encode(*, \'base64\') AS payload FROM';

/**
 * The device bus: IoT Core, which lets a device in on the word it was given, and hands what devices say to a function. Signing of tokens is off: a board sends its user name and
 * word, as everywhere, and holds no signature that could be checked before our function is asked; the firewall before it slows down whoever tries many.
 */
export class BusStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage & { readonly bus: NonNullable<Stage['bus']> }, { topic, dead }: Pick<NotificationsStack, 'topic' | 'dead'>) {
    super(scope, id, { env: { account: stage.account, region: homeRegion }, description: 'My Care: the bus to televisions and Home Assistants' });
    const authorizer = new CareFunction(this, 'Authorizer', {
      stage, topic, name: 'authorizer', from: 'device-authorizer', handler: 'index.handler', memoryMegabytes: 512, timeoutSeconds: 5, touches: 'authorizer',
      onFailure: { impact: 'Televisions and Home Assistants that come on are not let in; those that are on go on for an hour. Alerts go by the other ways.', first: 'Look at the table’s alarms: this function does nothing but read one row; then read the log /my-care/…/authorizer.' },
    });
    const asked = new CfnAuthorizer(this, 'Asked', { authorizerName: nameOf(stage, 'devices'), authorizerFunctionArn: authorizer.alias.functionArn, signingDisabled: true, status: 'ACTIVE' });
    authorizer.alias.addPermission('IoT', { principal: new ServicePrincipal('iot.amazonaws.com'), sourceArn: asked.attrArn, sourceAccount: stage.account });
    new CfnDomainConfiguration(this, 'Door', {
      domainConfigurationName: nameOf(stage, 'devices'), domainName: stage.bus.domain, serverCertificateArns: [stage.bus.certificateArn], serviceType: 'DATA', applicationProtocol: 'MQTT_WSS', authenticationType: 'CUSTOM_AUTH',
      authorizerConfig: { defaultAuthorizerName: nameOf(stage, 'devices'), allowAuthorizerOverride: false }, tlsConfig: { securityPolicy: 'IotSecurityPolicy_TLS13_1_2_2022_10' },
    }).addResourceDependency(asked);
    this.listen(stage, { topic, dead });
  }

  private listen(stage: Stage, { topic, dead }: Pick<NotificationsStack, 'topic' | 'dead'>): void {
    const toTheDead = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dead.queueArn] });
    const devices = new CareFunction(this, 'Devices', {
      stage, topic, name: 'devices', from: 'devices', handler: 'index.handler', memoryMegabytes: 512, timeoutSeconds: 20, touches: 'devices', secrets: ['notify', 'alexa', 'push', 'webhook'], rights: [toTheDead],
      onBus: { says: ['alert', 'state', 'next'], keeps: ['availability', 'discovery'], asksWhoIsThere: true },
      onFailure: { impact: 'An OK pressed on a television is not heard: others are told though the person has answered, and boards show old news.', first: 'Read the fault’s code in the log /my-care/…/devices; each message is tried three times, and then lies in the queue my-care-…-dead.' },
    });
    new CfnEventInvokeConfig(this, 'Again', { functionName: nameOf(stage, 'devices'), qualifier: devices.alias.aliasName, maximumRetryAttempts: 2, maximumEventAgeInSeconds: 3_600, destinationConfig: { onFailure: { destination: dead.queueArn } } }).node.addDependency(devices.alias, devices.role);
    const role: IRole = new Role(this, 'NotHandedOver', { roleName: nameOf(stage, 'not-handed-over'), assumedBy: new ServicePrincipal('iot.amazonaws.com'), inlinePolicies: { own: new PolicyDocument({ statements: [toTheDead] }) } });
    const rule = (name: string, sql: string) => {
      const { attrArn } = new CfnTopicRule(this, name, {
        ruleName: nameOf(stage, name).replaceAll('-', '_'),
        topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', ruleDisabled: false, actions: [{ lambda: { functionArn: devices.alias.functionArn } }], errorAction: { sqs: { queueUrl: dead.queueUrl, roleArn: role.roleArn, useBase64: false } } },
      });
      devices.alias.addPermission(name, { principal: new ServicePrincipal('iot.amazonaws.com'), sourceArn: attrArn, sourceAccount: stage.account });
    };
    for (const leaf of listenedTo) rule(leaf, `${said} 'my-care/+/${leaf}'`);
    rule('started', `${said} 'homeassistant/status'`);
    // Only where a Home Assistant came or went is anything to be done; whether a board is there is asked when it matters.
    rule('presence', "SELECT eventType, clientId FROM '$aws/events/presence/+/+' WHERE startswith(clientId, 'home-')");
    new CareAlarm(this, 'Flood', {
      stage, topic, name: 'devices-flood', metric: devices.alias.metricInvocations({ statistic: 'Sum' }), when: 'above', threshold: 6_000, minutes: 5,
      impact: 'A device, or somebody in its name, speaks without end: others’ answers may be late, and it costs.', first: 'Find its name among IoT Core’s metrics of the account, and take the screen away in the console, under Speakers and screens.',
    });
  }
}
