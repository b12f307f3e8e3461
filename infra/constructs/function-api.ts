import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type CfnStage, HttpApi, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IAlias } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { nameOf, type Stage } from '../stage.ts';

interface FunctionApiProps { readonly stage: Stage; readonly name: string; readonly to: IAlias; readonly perSecond: number }

/** An HTTP API that hands everything to one function. What asks and how it ended is written down; never an address, which may name a person. */
export class FunctionApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { stage, name, to, perSecond }: FunctionApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Http', { apiName: nameOf(stage, name), defaultIntegration: new HttpLambdaIntegration('To', to), defaultAuthorizer: new HttpNoneAuthorizer() });
    const log = new LogGroup(this, 'Log', { logGroupName: `/my-care/${stage.name}/${name}-requests`, retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    const live = this.api.defaultStage?.node.defaultChild as CfnStage;
    live.accessLogSettings = { destinationArn: Stack.of(this).formatArn({ service: 'logs', resource: 'log-group', resourceName: log.logGroupName, arnFormat: ArnFormat.COLON_RESOURCE_NAME }), format: JSON.stringify({ at: '$context.requestTime', id: '$context.requestId', method: '$context.httpMethod', status: '$context.status', ms: '$context.responseLatency', fault: '$context.integrationErrorMessage' }) };
    live.defaultRouteSettings = { throttlingRateLimit: perSecond, throttlingBurstLimit: perSecond * 2 };
    Validations.of(this.api).acknowledge({ id: 'AwsSolutions-APIG4', reason: 'Who is asking is settled in the function, for every page by models/access/access-table.ts and for every operation of the API by its key; whoever does not come through CloudFront is refused before that.' });
  }
}
