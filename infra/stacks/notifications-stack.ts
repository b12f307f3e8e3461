import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { CareAlarm } from '../constructs/care-alarm.ts';
import { CareFunction } from '../constructs/care-function.ts';
import { FunctionApi } from '../constructs/function-api.ts';
import { OnCall } from '../constructs/on-call.ts';
import { councilsOf } from '../councils.ts';
import { homeRegion, nameOf, type Stage } from '../stage.ts';

const lookSeconds = 60;

/** Alerts and the doors for other systems: a minute tick and the table's stream put what is due into a queue, and each thing is looked at in its time. */
export class NotificationsStack extends Stack {
  readonly api: HttpApi;
  readonly topic: Topic;
  readonly due: Queue;
  readonly dead: Queue;
  readonly tick: CareFunction;

  constructor(scope: Construct, id: string, stage: Stage, table: ITableV2) {
    super(scope, id, { env: { account: stage.account, region: homeRegion }, description: 'My Care: alerts, and the doors for other systems' });
    this.topic = new OnCall(this, 'OnCall', stage).topic;
    this.dead = new Queue(this, 'Dead', { queueName: nameOf(stage, 'dead'), retentionPeriod: Duration.days(14), encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true });
    this.due = new Queue(this, 'Due', {
      queueName: nameOf(stage, 'due'), visibilityTimeout: Duration.seconds(lookSeconds * 6), retentionPeriod: Duration.days(1), encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true,
      deadLetterQueue: { queue: this.dead, maxReceiveCount: 5 },
    });
    const common = { stage, topic: this.topic, settings: { DUE_QUEUE_URL: this.due.queueUrl } };
    const maySend = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.due.queueArn] });
    this.tick = this.minuteTick(common, maySend);
    this.look(common);
    this.stream(common, maySend, table);
    this.nightlyFeed(common);
    this.rotaCalendars(common);
    const api = new CareFunction(this, 'Api', {
      stage, topic: this.topic, name: 'api', from: 'api', handler: 'index.handler', memoryMegabytes: 1_024, timeoutSeconds: 25, touches: 'api', secrets: ['origin', 'alexa'], onBus: { says: ['alert'] },
      onFailure: { impact: 'Care agencies’ and councils’ systems cannot report visits or read alerts: a late visit may go unnoticed.', first: 'Read the fault’s code in the log /my-care/…/api; tell the agencies to keep what they have and send it again.' },
    });
    this.api = new FunctionApi(this, 'Door', { stage, name: 'api', to: api.alias, perSecond: 200 }).api;
  }

  private minuteTick(common: Common, maySend: PolicyStatement): CareFunction {
    const tick = new CareFunction(this, 'Tick', {
      ...common, name: 'tick', from: 'due-alerts', handler: 'index.tick', memoryMegabytes: 512, timeoutSeconds: 55, touches: 'tick', rights: [maySend],
      onFailure: { impact: 'Reminders and alerts that become due are not told to anybody.', first: 'Read the fault’s code in the log /my-care/…/tick; until it goes again, the desk rings those on its list of the day.' },
    });
    new Rule(this, 'EveryMinute', { ruleName: nameOf(common.stage, 'tick'), schedule: Schedule.rate(Duration.minutes(1)), targets: [new LambdaFunction(tick.alias, { retryAttempts: 1, maxEventAge: Duration.minutes(1) })] });
    return tick;
  }

  private look(common: Common): void {
    const look = new CareFunction(this, 'Look', {
      ...common, name: 'look', from: 'due-alerts', handler: 'index.look', memoryMegabytes: 512, timeoutSeconds: lookSeconds, touches: 'look', secrets: ['notify', 'alexa', 'push', 'webhook'], onBus: { says: ['alert'], asksWhoIsThere: true },
      rights: [new PolicyStatement({ actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'], resources: [this.due.queueArn] })],
      onFailure: { impact: 'People are told late, or by the next way only, of what they should know.', first: 'Read the fault’s code in the log /my-care/…/look; look at the dead letters; see whether GOV.UK Notify answers.' },
    });
    new CfnEventSourceMapping(this, 'FromQueue', { functionName: look.alias.functionArn, eventSourceArn: this.due.queueArn, batchSize: 10, functionResponseTypes: ['ReportBatchItemFailures'], scalingConfig: { maximumConcurrency: 50 } }).node.addDependency(look.role);
  }

  private nightlyFeed({ stage, topic }: Common): void {
    if (councilsOf(stage).every(({ servicesFeed }) => servicesFeed === undefined)) return;
    const onFailure = { impact: 'The directory of services was not read anew in the night: prices and times may be out of date, and people hear when they were last checked.', first: 'Read the reason in the log /my-care/…/sync, and ask whoever runs the feed; what was read before goes on.' };
    const sync = new CareFunction(this, 'Sync', { stage, topic, name: 'sync', from: 'sync-services', handler: 'index.handler', memoryMegabytes: 1_024, timeoutSeconds: 900, touches: 'sync', onFailure });
    new Rule(this, 'EveryNight', { ruleName: nameOf(stage, 'sync'), schedule: Schedule.cron({ hour: '3', minute: '15' }), targets: [new LambdaFunction(sync.alias, { retryAttempts: 1, maxEventAge: Duration.hours(1) })] });
    new CareAlarm(this, 'NotSynced', { stage, topic, name: 'sync-failed', metric: sync.alias.metricErrors({ statistic: 'Sum' }), when: 'at-least', threshold: 1, minutes: 1, ...onFailure });
  }

  private rotaCalendars(common: Common): void {
    const { stage, topic } = common;
    const calendars = new CareFunction(this, 'RotaCalendars', {
      stage, topic, name: 'rota-calendars', from: 'rota-calendars', handler: 'index.handler', memoryMegabytes: 1_024, timeoutSeconds: 300, touches: 'rota-calendars', secrets: ['alexa'],
      onFailure: { impact: 'Calendars of agencies’ rotas are not read: people may be told of visits that have changed since, and after a day are told that it may be old.', first: 'Read the fault’s code in the log /my-care/…/rota-calendars; ask the agencies to send a file, or to ring what changes.' },
    });
    new Rule(this, 'CalendarsEveryMinute', { ruleName: nameOf(stage, 'rota-calendars'), schedule: Schedule.rate(Duration.minutes(1)), targets: [new LambdaFunction(calendars.alias, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })] });
  }

  private stream(common: Common, maySend: PolicyStatement, table: ITableV2): void {
    const stream = new CareFunction(this, 'Stream', {
      ...common, name: 'stream', from: 'due-alerts', handler: 'index.stream', memoryMegabytes: 512, timeoutSeconds: 30,
      rights: [
        maySend, new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.dead.queueArn] }),
        new PolicyStatement({ actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], resources: [table.tableStreamArn ?? ''] }),
      ],
      onFailure: { impact: 'A call for help is told up to a minute later than it should be: it waits for the next tick.', first: 'Read the fault’s code in the log /my-care/…/stream; nothing is lost, for the tick finds it.' },
    });
    new CfnEventSourceMapping(this, 'FromTable', {
      functionName: stream.alias.functionArn, eventSourceArn: table.tableStreamArn ?? '', startingPosition: 'LATEST', batchSize: 100, bisectBatchOnFunctionError: true, maximumRetryAttempts: 5, maximumRecordAgeInSeconds: 600,
      // Of all that changes in the table only what is due is of any interest.
      filterCriteria: { filters: [{ pattern: JSON.stringify({ eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'due#' }] } } } }) }] },
      destinationConfig: { onFailure: { destination: this.dead.queueArn } },
    }).node.addDependency(stream.role);
  }
}

interface Common { readonly stage: Stage; readonly topic: Topic; readonly settings: Readonly<Record<string, string>> }
