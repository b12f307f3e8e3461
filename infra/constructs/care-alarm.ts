import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { nameOf, type Stage } from '../stage.ts';

interface CareAlarmProps {
  readonly stage: Stage;
  readonly name: string;
  /** What it means for people, in a sentence. */
  readonly impact: string;
  /** What whoever is woken does first, in a sentence. */
  readonly first: string;
  readonly metric: Metric;
  readonly when: 'at-least' | 'below' | 'above';
  readonly threshold: number;
  readonly minutes: number;
  /** Silence is what this alarm is for. */
  readonly silenceIsBad?: boolean;
  readonly topic: ITopic;
}

const comparisons = { 'at-least': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, above: ComparisonOperator.GREATER_THAN_THRESHOLD, below: ComparisonOperator.LESS_THAN_THRESHOLD };

/** An alarm that tells whoever is woken what it means for people and what to do first. */
export class CareAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, { stage, name, impact, first, metric, when, threshold, minutes, silenceIsBad = false, topic }: CareAlarmProps) {
    super(scope, id);
    this.alarm = new Alarm(this, 'Alarm', {
      alarmName: nameOf(stage, name), alarmDescription: `Impact: ${impact} First: ${first}`, metric: metric.with({ period: Duration.minutes(1) }),
      comparisonOperator: comparisons[when], threshold, evaluationPeriods: minutes, datapointsToAlarm: minutes,
      treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.alarm.addAlarmAction(new SnsAction(topic));
    this.alarm.addOkAction(new SnsAction(topic));
  }
}
