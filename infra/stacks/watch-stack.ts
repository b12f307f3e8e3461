import { Duration, Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Dashboard, GraphWidget, Metric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { CareAlarm } from '../constructs/care-alarm.ts';
import { homeRegion, nameOf, skillRegion, tableName, type Stage } from '../stage.ts';
import type { NotificationsStack } from './notifications-stack.ts';

/** What tells people that the service is ill: the heartbeat, what lies too long, what it costs, and one page to look at. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, { topic, tick, due, dead }: NotificationsStack) {
    super(scope, id, { env: { account: stage.account, region: homeRegion }, description: 'My Care: the watch' });
    const watch = { stage, topic };
    new CareAlarm(this, 'Heartbeat', {
      ...watch, name: 'heartbeat', metric: tick.alias.metricInvocations({ statistic: 'Sum' }), when: 'below', threshold: 1, minutes: 3, silenceIsBad: true,
      impact: 'The engine has stood still for three minutes: no reminder is given and nobody is told of a late visit.', first: 'See that the rule my-care-…-tick is on and that the function my-care-…-tick may run; the desk rings those on its list of the day until it goes again.',
    });
    new CareAlarm(this, 'LyingTooLong', {
      ...watch, name: 'due-lies-too-long', metric: due.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }), when: 'above', threshold: 180, minutes: 2,
      impact: 'Something due has been waiting for minutes: people are told late.', first: 'Look at the errors and the concurrency of my-care-…-look, and at Notify’s status page.',
    });
    new CareAlarm(this, 'DeadLetters', {
      ...watch, name: 'dead-letters', metric: dead.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }), when: 'at-least', threshold: 1, minutes: 1,
      impact: 'One thing that was due could not be looked at in five tries; the tick finds it again, but it may concern one person who waits.', first: 'Read the letter in the queue my-care-…-dead: it names the alert; open it in the console and do what it asks.',
    });
    const refused = (metricName: string) => new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: tableName(stage) }, statistic: 'Sum' });
    new CareAlarm(this, 'TableFaults', {
      ...watch, name: 'table-faults', metric: refused('SystemErrors'), when: 'at-least', threshold: 10, minutes: 3,
      impact: 'The records cannot be read or changed reliably: people hear “I can’t get at that just now”.', first: 'Look at Amazon’s health page for DynamoDB in London; nothing is lost, and what was uncertain was said to be.',
    });
    new CareAlarm(this, 'Throttled', {
      ...watch, name: 'table-throttled', metric: refused('ThrottledRequests'), when: 'at-least', threshold: 50, minutes: 3,
      impact: 'Answers are slow and some actions are refused because the table takes no more.', first: 'See on the dashboard which function asks so much; ask Amazon for a higher table limit if it is people.',
    });
    this.costs(stage);
    this.onePage(stage, due.queueName);
  }

  private costs(stage: Stage): void {
    const told = (threshold: number, notificationType: string) => ({ notification: { comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE', notificationType }, subscribers: [{ subscriptionType: 'EMAIL', address: stage.alarmEmail }] });
    new CfnBudget(this, 'Costs', {
      budget: { budgetName: nameOf(stage, 'month'), budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: stage.monthlyDollars, unit: 'USD' } },
      notificationsWithSubscribers: [told(80, 'ACTUAL'), told(100, 'FORECASTED')],
    });
  }

  private onePage(stage: Stage, queueName: string): void {
    const of = (name: string, metricName: string, statistic: string, region = homeRegion) => new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap: { FunctionName: nameOf(stage, name) }, statistic, region, period: Duration.minutes(1), label: name });
    const each = (metricName: string, statistic: string) => [of('skill', metricName, statistic, skillRegion), ...[...(stage.bus === undefined ? [] : ['authorizer', 'devices']), 'tick', 'look', 'stream', 'sync', 'rota-calendars', 'agency-files', 'api', 'web'].map((name) => of(name, metricName, statistic))];
    const ofTable = (metricName: string, statistic: string) => new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: tableName(stage) }, statistic, period: Duration.minutes(1) });
    const ofQueue = (metricName: string, statistic: string) => new Metric({ namespace: 'AWS/SQS', metricName, dimensionsMap: { QueueName: queueName }, statistic, period: Duration.minutes(1) });
    const board = new Dashboard(this, 'OnePage', { dashboardName: nameOf(stage, 'one-page') });
    board.addWidgets(new TextWidget({ width: 24, height: 2, markdown: `# ${stage.councilName}: My Care\nTop left: are people answered? Top right: is anybody kept waiting? Each alarm says what it means for people and what to do first.` }));
    board.addWidgets(new GraphWidget({ title: 'Asked', width: 12, left: each('Invocations', 'Sum') }), new GraphWidget({ title: 'How long people wait (p99, ms)', width: 12, left: each('Duration', 'p99') }));
    board.addWidgets(new GraphWidget({ title: 'Failed', width: 12, left: each('Errors', 'Sum') }), new GraphWidget({ title: 'What is due: waiting, and for how long', width: 12, left: [ofQueue('ApproximateNumberOfMessagesVisible', 'Maximum')], right: [ofQueue('ApproximateAgeOfOldestMessage', 'Maximum')] }));
    board.addWidgets(new GraphWidget({ title: 'The records: units read and written', width: 24, left: [ofTable('ConsumedReadCapacityUnits', 'Sum'), ofTable('ConsumedWriteCapacityUnits', 'Sum')] }));
  }
}
