import { Key } from 'aws-cdk-lib/aws-kms';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { nameOf, type Stage } from '../stage.ts';

/** Where alarms of one region go: the address that somebody reads day and night. */
export class OnCall extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    // CloudWatch may not use Amazon's own key for topics.
    const key = new Key(this, 'Key', { description: 'Alarms of My Care', enableKeyRotation: true });
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    this.topic = new Topic(this, 'Topic', { topicName: nameOf(stage, 'alarms'), masterKey: key, enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  }
}
