import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2, type ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { homeRegion, nameOf, tableName, type Stage } from '../stage.ts';

/**
 * The records: one table, as `lambda/store/dynamodb-create.ts` makes it elsewhere. Nothing in it expires by itself: idempotency must outlive any clock of Amazon's, and our own
 * housekeeping takes away what is old. No second region is written to: a transaction holds in one region only, and two of them could each spend the same pound. A stage may keep
 * a copy there (`standby`), a second or so behind, that is gone over to by hand when London is lost.
 */
export class DataStack extends Stack {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { env: { account: stage.account, region: homeRegion }, terminationProtection: true, description: 'My Care: the records' });
    const { standby } = stage;
    const key = new Key(this, 'Key', { alias: `alias/${nameOf(stage, 'records')}`, description: 'The records of My Care', enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    key.addToResourcePolicy(onlyThroughTheTable(this, stage));
    this.table = new TableV2(this, 'Table', {
      tableName: tableName(stage), partitionKey: { name: 'pk', type: AttributeType.STRING }, sortKey: { name: 'sk', type: AttributeType.STRING }, billing: Billing.onDemand(),
      globalSecondaryIndexes: [{ indexName: 'by-index', partitionKey: { name: 'idx', type: AttributeType.STRING }, sortKey: { name: 'sk', type: AttributeType.STRING }, projectionType: ProjectionType.ALL }],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption: TableEncryptionV2.customerManagedKey(key, standby === undefined ? {} : { [standby.region]: standby.keyArn }), dynamoStream: StreamViewType.NEW_IMAGE, deletionProtection: true, removalPolicy: RemovalPolicy.RETAIN,
      replicas: standby === undefined ? [] : [{ region: standby.region, deletionProtection: true, pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 } }],
    }) as ITableV2;
  }
}

/** Our functions use the key by using the table, and in no other way. */
function onlyThroughTheTable(stack: Stack, stage: Stage): PolicyStatement {
  return new PolicyStatement({
    principals: [new AnyPrincipal()], actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:DescribeKey'], resources: ['*'],
    conditions: {
      StringEquals: { 'kms:CallerAccount': stage.account, 'kms:ViaService': `dynamodb.${homeRegion}.amazonaws.com` },
      ArnLike: { 'aws:PrincipalArn': stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: nameOf(stage, '*') }) },
    },
  });
}
