import { Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { CareFunction } from '../constructs/care-function.ts';
import { FunctionApi } from '../constructs/function-api.ts';
import { edgeRegion, homeRegion, secretName, type Stage } from '../stage.ts';

/** The pages: Express as it is, in a function behind an HTTP API that only CloudFront may ask. */
export class WebStack extends Stack {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, stage: Stage, topic: Topic) {
    super(scope, id, { env: { account: stage.account, region: homeRegion }, description: 'My Care: the pages' });
    const origin = new Secret(this, 'OriginWord', {
      secretName: secretName(stage, 'origin'), description: 'What CloudFront says to our own APIs', replicaRegions: [{ region: edgeRegion }],
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'ORIGIN_WORD', passwordLength: 48, excludePunctuation: true },
    });
    Validations.of(origin).acknowledge({ id: 'AwsSolutions-SMG4', reason: 'CloudFront takes the word up with a deployment only, so nothing may change it by itself: `npm run rotate` does, the one before is taken until the deployment after it.' });
    const web = new CareFunction(this, 'Web', {
      stage, topic, name: 'web', from: 'web', handler: 'index.handler', memoryMegabytes: 1_769, timeoutSeconds: 25, touches: 'web', secrets: ['origin', 'notify', 'alexa', 'push', 'staff'],
      onBus: { says: ['alert'], keeps: ['availability'], asksWhoIsThere: true, sendsAway: true },
      onFailure: { impact: 'Carers, care workers and the desk cannot see or answer alerts on their pages; texts and speakers go on.', first: 'If a version is being let in, see that it was taken back; then read the fault’s code in the log /my-care/…/web.' },
    });
    this.api = new FunctionApi(this, 'Door', { stage, name: 'web', to: web.alias, perSecond: 500 }).api;
  }
}
