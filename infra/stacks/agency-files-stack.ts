import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CareAlarm } from '../constructs/care-alarm.ts';
import { CareFunction } from '../constructs/care-function.ts';
import { councilsOf } from '../councils.ts';
import { homeRegion, nameOf, type Stage } from '../stage.ts';
import type { NotificationsStack } from './notifications-stack.ts';

/** As long as the console tells what became of a file. */
const keptForDays = 30;

/**
 * Where care agencies put their files of visits, `in/<council>/<source>/rota.csv`: each is brought in as soon as it is there, and put away under `done/` or `refused/` with a report beside
 * it. Nothing in it is open to anybody by itself: whoever hands files over for an agency is given the right to put objects under its own source, and no more.
 */
export class AgencyFilesStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, { topic, dead }: Pick<NotificationsStack, 'topic' | 'dead'>) {
    super(scope, id, { env: { account: stage.account, region: homeRegion }, description: 'My Care: files from care agencies' });
    const key = new Key(this, 'Key', { alias: `alias/${nameOf(stage, 'agency-files')}`, description: 'Files of care agencies', enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    const bucketName = `${nameOf(stage, 'agency-files')}-${stage.account}`;
    const [arn, of] = [`arn:aws:s3:::${bucketName}`, (folder: string) => councilsOf(stage).map(({ councilId }) => `arn:aws:s3:::${bucketName}/${folder}/${councilId}/*`)];
    const rights = [
      new PolicyStatement({ actions: ['s3:GetObject', 's3:DeleteObject'], resources: of('in') }), new PolicyStatement({ actions: ['s3:PutObject'], resources: [...of('done'), ...of('refused')] }),
      // Without it what is gone cannot be told from what is forbidden.
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [arn] }), new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }), new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dead.queueArn] }),
    ];
    const onFailure = { impact: 'A file of visits that an agency sent was not brought in: people may be told of visits that have changed since.', first: 'Read the fault’s code in the log /my-care/…/agency-files. The file lies in the bucket still: put it there once more, or send it in the console under Visits in.' };
    const files = new CareFunction(this, 'Files', { stage, topic, name: 'agency-files', from: 'agency-files', handler: 'index.handler', memoryMegabytes: 2_048, timeoutSeconds: 900, touches: 'agency-files', secrets: ['alexa'], rights, onFailure });
    for (const resource of ['in', 'done', 'refused'].flatMap(of)) Validations.of(files.role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason: 'How files are called is the agencies’ to say: each right names the folder and the council.' });
    new CfnEventInvokeConfig(this, 'Again', { functionName: nameOf(stage, 'agency-files'), qualifier: files.alias.aliasName, maximumRetryAttempts: 2, maximumEventAgeInSeconds: 21_600, destinationConfig: { onFailure: { destination: dead.queueArn } } }).node.addDependency(files.alias, files.role);
    files.alias.addPermission('S3', { principal: new ServicePrincipal('s3.amazonaws.com'), sourceArn: arn, sourceAccount: stage.account });
    new CareAlarm(this, 'NotBroughtIn', { stage, topic, name: 'agency-files-failed', metric: files.alias.metricErrors({ statistic: 'Sum' }), when: 'at-least', threshold: 1, minutes: 1, ...onFailure });
    this.bucket({ stage, bucketName, key, files });
  }

  private bucket({ stage, bucketName, key, files }: { readonly stage: Stage; readonly bucketName: string; readonly key: Key; readonly files: CareFunction }): void {
    const bucket = new Bucket(this, 'Bucket', {
      bucketName, encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true, blockPublicAccess: BlockPublicAccess.BLOCK_ALL, enforceSSL: true, objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED, removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ id: 'gone-after-a-month', expiration: Duration.days(keptForDays), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'Its log would need a second bucket, of who puts which agency’s files where. What became of each file is in its report and in the console.' });
    // Told of directly, without the function of Amazon’s own that CDK would add for it.
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = { lambdaConfigurations: councilsOf(stage).map(({ councilId }) => ({ event: 's3:ObjectCreated:*', function: files.alias.functionArn, filter: { s3Key: { rules: [{ name: 'prefix', value: `in/${councilId}/` }] } } })) };
    bucket.node.addDependency(files);
    bucket.addToResourcePolicy(new PolicyStatement({ sid: 'NobodyOfAnotherAccount', principals: [new AnyPrincipal()], actions: ['s3:GetObject', 's3:ListBucket'], resources: [bucket.bucketArn, bucket.arnForObjects('*')], effect: Effect.DENY, conditions: { StringNotEquals: { 'aws:PrincipalAccount': stage.account } } }));
  }
}
