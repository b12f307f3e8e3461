// Promise: what AWS is asked to make holds the records safely, lets each function do no more than its work, and tells somebody in words when people are let down.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partitions } from '../../infra/may-touch.ts';
import { busTests, type Json, type Resource, type Statement } from './bus-tests.ts';

type Stacks = Readonly<Record<'data' | 'files' | 'skill' | 'notifications' | 'web' | 'bus' | 'edge' | 'watch', readonly Resource[]>>;

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'my-care-synth-'));
let stacks: Stacks;
let everything: readonly Resource[];

beforeAll(() => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'scripts/synth.ts'), '--out', folder, '--origin-version', 'v-2'], { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder, https_proxy: 'http://127.0.0.1:9' } });
  if (status !== 0) throw new Error(`npm run synth failed: ${stdout}${stderr}`);
  const named = readdirSync(folder).filter((name) => name.endsWith('.template.json')).map((name) => [name.split(/[-.]/)[2], Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')).Resources)]);
  stacks = Object.fromEntries(named) as Stacks;
  everything = Object.values(stacks).flat();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = (resources: readonly Resource[], type: string) => resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
const own = (resources: readonly Resource[]) => of(resources, 'AWS::Lambda::Function').filter(({ FunctionName }) => FunctionName?.startsWith('my-care-example-'));
const rightsOf = (name: string): readonly Statement[] => of(everything, 'AWS::IAM::Role').filter(({ RoleName }) => RoleName === `my-care-example-${name}`).flatMap(({ Policies }) => Policies.flatMap((policy: Json) => policy.PolicyDocument.Statement));

describe('the records', () => {
  test('lie in one table with the keys that the code asks by, paid by request', () => {
    const [table] = of(stacks.data, 'AWS::DynamoDB::GlobalTable');
    expect(table).toMatchObject({
      TableName: 'my-care-example-records', BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }], StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      GlobalSecondaryIndexes: [{ IndexName: 'by-index', KeySchema: [{ AttributeName: 'idx', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }], Projection: { ProjectionType: 'ALL' } }],
    });
    expect(table.AttributeDefinitions.map(({ AttributeType }: Json) => AttributeType)).toEqual(['S', 'S', 'S']);
  });

  test('can be had back from any second of five weeks, and outlive the stack', () => {
    const [table] = of(stacks.data, 'AWS::DynamoDB::GlobalTable');
    expect(table.Replicas).toMatchObject([{ Region: 'eu-west-2', DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 } }]);
    expect(table.TimeToLiveSpecification).toBeUndefined();
    expect(stacks.data.filter(({ Type }) => Type.endsWith('GlobalTable') || Type.endsWith('Key')).map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain']);
  });

  test('may have a second copy, as well kept as the first, where the stage names a place and a key', () => {
    const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';
    const made = `import { App } from 'aws-cdk-lib'; import { Template } from 'aws-cdk-lib/assertions'; import { DataStack } from './infra/stacks/data-stack.ts'; import { readStage } from './infra/stage.ts';
      const app = new App(); console.log(JSON.stringify(Template.fromStack(new DataStack(app, 'data', { ...readStage('example').stage, standby: { region: 'eu-west-1', keyArn: '${keyArn}' } })).findResources('AWS::DynamoDB::GlobalTable')));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', made], { cwd: root, encoding: 'utf8' });
    const [table] = Object.values<Resource>(JSON.parse(stdout === '' ? `"${stderr}"` : stdout));
    const copy = { DeletionProtectionEnabled: true, GlobalSecondaryIndexes: [{ IndexName: 'by-index' }], PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 } };
    expect(table?.Properties.Replicas).toEqual([{ ...copy, Region: 'eu-west-1', SSESpecification: { KMSMasterKeyId: keyArn } }, { ...copy, Region: 'eu-west-2', SSESpecification: { KMSMasterKeyId: expect.anything() } }]);
    expect(stacks.data.filter(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable')[0]?.Properties.Replicas).toHaveLength(1);
  });

  test('are locked with a key of the council’s own, which our functions use through the table only', () => {
    const [key] = of(stacks.data, 'AWS::KMS::Key');
    expect(key.EnableKeyRotation).toBe(true);
    expect(of(stacks.data, 'AWS::DynamoDB::GlobalTable')[0].SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
    const [, ours] = key.KeyPolicy.Statement;
    expect(ours.Condition.StringEquals).toEqual({ 'kms:CallerAccount': '111122223333', 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' });
    expect(JSON.stringify(ours.Condition.ArnLike)).toContain(':iam::111122223333:role/my-care-example-*');
  });
});

describe('each function', () => {
  const names = ['skill', 'tick', 'look', 'stream', 'sync', 'rota-calendars', 'agency-files', 'api', 'web', 'authorizer', 'devices'];

  test('runs on Node 24 on arm64, keeps its log thirty days, and lets new versions in a tenth at a time', () => {
    const functions = own(everything);
    expect(functions.map(({ FunctionName }) => FunctionName.replace('my-care-example-', '')).sort()).toEqual([...names].sort());
    for (const each of functions) expect(each).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], LoggingConfig: { LogGroup: expect.anything() } });
    const logs = of(everything, 'AWS::Logs::LogGroup');
    expect(logs).toHaveLength(names.length + 2);
    expect(new Set(logs.map(({ RetentionInDays }) => RetentionInDays))).toEqual(new Set([30]));
    const canaries = of(everything, 'AWS::CodeDeploy::DeploymentGroup');
    expect(canaries).toHaveLength(names.length);
    for (const canary of canaries) expect(canary).toMatchObject({ DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes', AutoRollbackConfiguration: { Enabled: true, Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM']) }, AlarmConfiguration: { Enabled: true, Alarms: [expect.anything(), expect.anything()] } });
  });

  test.each(names)('%s may do no more than it does: no star among its actions or resources', (name) => {
    const rights = rightsOf(name);
    expect(rights.length).toBeGreaterThan(0);
    for (const { Action, Resource } of rights) {
      expect(JSON.stringify(Action)).not.toContain('*');
      // Files are called by agencies as they like: `the files of agencies` says which folders.
      // How a person's device is called is known once it is set up: its kind and the part of the topic are named. `device-bus.test.ts` says which.
      expect([Resource].flat().filter((resource) => JSON.stringify(resource).includes('*') && !/^arn:aws:s3:::my-care-example-agency-files-111122223333\/(?:in|done|refused)\/harrow\/\*$|^arn:aws:iot:eu-west-2:111122223333:(?:client\/(?:tv|home)-\*|topic\/my-care\/(?:tv|home)-\*\/[a-z]+|topic\/homeassistant\/device\/my_care_home_\*\/config)$/.test(String(resource)))).toEqual([]);
    }
  });

  test.each(Object.entries(partitions))('%s touches its own partitions of the table, of one council', (name, touched) => {
    const onTable = rightsOf(name).filter(({ Action }) => JSON.stringify(Action).includes('dynamodb:'));
    expect(onTable).toHaveLength(2);
    for (const { Condition } of onTable) {
      const keys: string[] = Condition?.['ForAllValues:StringLike']['dynamodb:LeadingKeys'];
      expect(keys).not.toContain('*');
      expect(keys.filter((key) => key.startsWith('person#'))).toEqual((touched as readonly string[]).includes('person#council') ? ['person#harrow', 'person#harrow#*'] : []);
      // Without this a request that names no key at all, a scan, would pass.
      expect(Condition?.['Null']).toEqual({ 'dynamodb:LeadingKeys': 'false' });
    }
    expect(onTable.flatMap(({ Action }) => Action).filter((action) => /Scan|Table|Batch|PartiQL/.test(action))).toEqual([]);
  });

  test.each([['skill', 'skill'], ['look', 'due-alerts'], ['sync', 'sync-services'], ['rota-calendars', 'rota-calendars'], ['agency-files', 'agency-files'], ['api', 'api'], ['web', 'web'], ['authorizer', 'device-authorizer'], ['devices', 'devices']] as const)('%s may touch just the partitions that are named in what was built (add a new one to infra/may-touch.ts)', (name, bundle) => {
    const code = readFileSync(join(root, 'dist/lambda', bundle, 'index.cjs'), 'utf8');
    const isInside = (partition: string) => (partition.includes('#') ? code.includes(`\`${partition.slice(0, partition.indexOf('#'))}#\${`) : new RegExp(`(?:pk:|=)"${partition}"`).test(code));
    const every = everyPartition();
    expect(every.length).toBeGreaterThan(40);
    expect([...partitions[name]].sort()).toEqual(every.filter((partition) => isInside(partition)).sort());
  });

  test('has no secret in its settings, and reads only those it needs', () => {
    for (const { Environment } of own(everything)) expect(Object.keys(Environment.Variables).filter((name) => /SECRET$|KEY$|PASSWORD|TOKEN|ORIGIN_WORD/.test(name))).toEqual([]);
    const secretsOf = (name: string) => (JSON.stringify(rightsOf(name)).match(/my-care\/example\/[a-z]+/g) ?? []).map((secret) => secret.split('/')[2]);
    expect(Object.fromEntries(names.map((name) => [name, secretsOf(name)]))).toEqual({ skill: [], tick: [], stream: [], sync: [], 'rota-calendars': ['alexa'], 'agency-files': ['alexa'], authorizer: [], devices: ['notify', 'alexa', 'push', 'webhook'], look: ['notify', 'alexa', 'push', 'webhook'], api: ['origin', 'alexa'], web: ['origin', 'notify', 'alexa', 'push', 'staff'] });
  });
});

describe('the skill', () => {
  test('is called by Alexa for this skill alone, in Ireland, and goes to the records in London', () => {
    expect(of(stacks.skill, 'AWS::Lambda::Permission').map(({ Principal, EventSourceToken }) => [Principal, EventSourceToken])).toEqual(expect.arrayContaining([['alexa-appkit.amazon.com', 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555']]));
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).artifacts;
    const region = (name: string) => manifest[`MyCare-example-${name}`].environment;
    expect([region('skill'), region('data'), region('edge')]).toEqual(['aws://111122223333/eu-west-1', 'aws://111122223333/eu-west-2', 'aws://111122223333/us-east-1']);
    expect(own(stacks.skill)[0].Environment.Variables.TABLE_REGION).toBe('eu-west-2');
  });

  test('is asked who is coming every five minutes by ourselves, as Alexa would', () => {
    const [rule] = of(stacks.skill, 'AWS::Events::Rule');
    expect(rule.ScheduleExpression).toBe('rate(5 minutes)');
    const template: string = rule.Targets[0].InputTransformer.InputTemplate;
    const asked = JSON.parse(template.replaceAll('<id>', '"e-1"').replaceAll('<time>', '"2026-12-01T08:00:00Z"'));
    expect(asked.request).toMatchObject({ type: 'IntentRequest', locale: 'en-GB', intent: { name: 'WhoIsComingIntent' } });
  });
});

describe('the files of agencies', () => {
  test('lie in a bucket that is locked with a key of its own, open to nobody, and forget after a month', () => {
    const [bucket] = of(stacks.files, 'AWS::S3::Bucket');
    expect(bucket).toMatchObject({
      BucketName: 'my-care-example-agency-files-111122223333', BucketEncryption: { ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }, OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 30, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }] },
    });
    expect(of(stacks.files, 'AWS::KMS::Key')).toEqual([expect.objectContaining({ EnableKeyRotation: true })]);
    const denied = of(stacks.files, 'AWS::S3::BucketPolicy').flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(denied.map(({ Effect, Condition }: Json) => [Effect, Condition])).toEqual([['Deny', { Bool: { 'aws:SecureTransport': 'false' } }], ['Deny', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }]]);
  });

  test('are told of to one function, which S3 alone may call for this bucket, and which reads and takes away what came in, and writes where it puts it', () => {
    const [bucket] = of(stacks.files, 'AWS::S3::Bucket');
    expect(bucket.NotificationConfiguration.LambdaConfigurations).toMatchObject([{ Event: 's3:ObjectCreated:*', Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/harrow/' }] } } }]);
    expect(of(stacks.files, 'AWS::Lambda::Permission')).toMatchObject([{ Principal: 's3.amazonaws.com', SourceArn: 'arn:aws:s3:::my-care-example-agency-files-111122223333', SourceAccount: '111122223333' }]);
    expect(of(stacks.files, 'AWS::Lambda::EventInvokeConfig')).toMatchObject([{ MaximumRetryAttempts: 2, DestinationConfig: { OnFailure: expect.anything() } }]);
    const [own, arn] = [rightsOf('agency-files').filter(({ Action }) => JSON.stringify(Action).includes('s3:')), 'arn:aws:s3:::my-care-example-agency-files-111122223333'];
    expect(own.map(({ Action, Resource }) => [Action, Resource])).toEqual([[['s3:GetObject', 's3:DeleteObject'], `${arn}/in/harrow/*`], ['s3:PutObject', [`${arn}/done/harrow/*`, `${arn}/refused/harrow/*`]], ['s3:ListBucket', arn]]);
  });
});

describe('alerts', () => {
  test('come due by a tick every minute, and at once by the table’s stream', () => {
    expect(of(stacks.notifications, 'AWS::Events::Rule').map(({ Name, ScheduleExpression, State }) => [Name, ScheduleExpression, State]).sort()).toEqual([['my-care-example-rota-calendars', 'rate(1 minute)', 'ENABLED'], ['my-care-example-sync', 'cron(15 3 * * ? *)', 'ENABLED'], ['my-care-example-tick', 'rate(1 minute)', 'ENABLED']]);
    const stream = of(stacks.notifications, 'AWS::Lambda::EventSourceMapping').find(({ StartingPosition }) => StartingPosition === 'LATEST');
    expect(stream).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 5, DestinationConfig: { OnFailure: expect.anything() } });
    expect(JSON.parse(stream.FilterCriteria.Filters[0].Pattern)).toEqual({ eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'due#' }] } } } });
  });

  test('one that cannot be looked at holds up no other, and ends where somebody sees it', () => {
    const queues = of(stacks.notifications, 'AWS::SQS::Queue');
    const due = queues.find(({ RedrivePolicy }) => RedrivePolicy !== undefined);
    expect(due.RedrivePolicy.maxReceiveCount).toBe(5);
    expect(of(stacks.notifications, 'AWS::Lambda::EventSourceMapping').find(({ BatchSize }) => BatchSize === 10)).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
    const look = own(stacks.notifications).find(({ FunctionName }) => FunctionName.endsWith('look'));
    expect(due.VisibilityTimeout).toBeGreaterThanOrEqual(look.Timeout * 6);
  });
});

describe('the device bus', () => { busTests(() => stacks, rightsOf); });

describe('the pages', () => {
  test('are reached over TLS through the firewall only, and kept nowhere on the way', () => {
    const [front] = of(stacks.edge, 'AWS::CloudFront::Distribution');
    expect(front.DistributionConfig).toMatchObject({ ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' }, WebACLId: expect.anything(), Aliases: ['my-care.harrow.example'] });
    const noCache = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect([front.DistributionConfig.DefaultCacheBehavior, ...front.DistributionConfig.CacheBehaviors].map(({ CachePolicyId }) => CachePolicyId)).toEqual(Array.from({ length: 7 }, () => noCache));
    const ours = front.DistributionConfig.Origins.filter(({ DomainName }: Json) => DomainName !== 'devices.my-care.harrow.example');
    expect(ours).toHaveLength(2);
    for (const { OriginCustomHeaders } of ours) expect(OriginCustomHeaders).toEqual([{ HeaderName: 'x-my-care-origin', HeaderValue: '{{resolve:secretsmanager:my-care/example/origin:SecretString:ORIGIN_WORD::v-2}}' }, { HeaderName: 'x-my-care-host', HeaderValue: 'my-care.harrow.example' }]);
  });

  test('refuse a flood from one address, and sooner at the sign-in', () => {
    const rules = of(stacks.edge, 'AWS::WAFv2::WebACL')[0].Rules;
    expect(rules.flatMap(({ Name, Statement: { RateBasedStatement: rate } }: Json) => (rate === undefined ? [] : [[Name, rate.Limit, rate.ScopeDownStatement?.ByteMatchStatement.SearchString]]))).toEqual([['everything', 6_000, undefined], ['sign-in', 300, '/sign-in'], ['work-sign-in', 300, '/work/sign-in']]);
  });

  test('leave no address in the log: it may name a person', () => {
    for (const stage of of(everything, 'AWS::ApiGatewayV2::Stage')) expect(stage.AccessLogSettings.Format).not.toMatch(/path|sourceIp|routeKey|query/i);
  });
});

describe('the watch', () => {
  test('every alarm says what it means for people and what to do first, and wakes somebody', () => {
    const alarms = of(everything, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(15);
    for (const { AlarmDescription, AlarmActions } of alarms) {
      expect(AlarmDescription).toMatch(/^Impact: [A-Z].{20,}\. First: .{20,}\.$/);
      expect(AlarmActions).toHaveLength(1);
    }
    expect(of(everything, 'AWS::SNS::Subscription').map(({ Protocol, Endpoint }) => `${Protocol} ${Endpoint}`)).toEqual(['email on-call@harrow.example', 'email on-call@harrow.example']);
  });

  test('silence of the engine, or of the skill, is an alarm', () => {
    const silent = of(everything, 'AWS::CloudWatch::Alarm').filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(silent.map(({ AlarmName, EvaluationPeriods, Period }) => [AlarmName, EvaluationPeriods * Period]).sort()).toEqual([['my-care-example-heartbeat', 180], ['my-care-example-skill-not-asked', 660]]);
  });

  test('tells somebody before the month costs more than was meant', () => {
    const [budget] = of(stacks.watch, 'AWS::Budgets::Budget');
    expect(budget.Budget.BudgetLimit).toEqual({ Amount: 300, Unit: 'USD' });
    expect(budget.NotificationsWithSubscribers.map(({ Notification }: Json) => [Notification.Threshold, Notification.NotificationType])).toEqual([[80, 'ACTUAL'], [100, 'FORECASTED']]);
  });
});

/** Every partition that `lambda/store/keys.ts` can name; `#council` where a council's id comes next. */
function everyPartition(): readonly string[] {
  const keys = readFileSync(join(root, 'lambda/store/keys.ts'), 'utf8').split('\n').filter((line) => !/^export const (?:entry|done|audit|history|heard|wellbeing|spoken)Key/.test(line));
  const found = keys.flatMap((line) => [...line.matchAll(/(?:pk: |string => )`([a-z-]+)#(\$\{plain\(council\)\})?/g)].map(([, name, council]) => `${name}#${council === undefined ? '' : 'council'}`));
  return [...new Set([...found, 'ready'])];
}
