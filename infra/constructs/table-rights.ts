import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { leadingKeys, type Toucher } from '../may-touch.ts';
import { homeRegion, tableName, type Stage } from '../stage.ts';

/** All that `lambda/store/dynamodb-table.ts` does: a transaction is its parts. No scan, nothing that changes the table itself. */
const read = ['dynamodb:GetItem', 'dynamodb:Query'];
const write = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];

/** What a function may do with the table: these few things, in its own partitions. */
export function tableRights(scope: Construct, stage: Stage, of: Toucher): readonly PolicyStatement[] {
  const table = Stack.of(scope).formatArn({ service: 'dynamodb', region: homeRegion, account: stage.account, resource: 'table', resourceName: tableName(stage) });
  const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys(of, stage) }, Null: { 'dynamodb:LeadingKeys': 'false' } };
  return [
    new PolicyStatement({ effect: Effect.ALLOW, actions: [...read, ...write], resources: [table], conditions }),
    new PolicyStatement({ effect: Effect.ALLOW, actions: ['dynamodb:Query'], resources: [`${table}/index/by-index`], conditions }),
  ];
}
