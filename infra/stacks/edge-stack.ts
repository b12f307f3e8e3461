import { CfnOutput, Duration, Fn, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AllowedMethods, CachePolicy, Distribution, HttpVersion, OriginProtocolPolicy, OriginRequestHeaderBehavior, OriginRequestPolicy, SecurityPolicyProtocol, ViewerProtocolPolicy, type BehaviorOptions } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { Firewall } from '../constructs/firewall.ts';
import { councilsOf, type StageCouncil } from '../councils.ts';
import { edgeRegion, homeRegion, nameOf, secretName, type Stage } from '../stage.ts';

/** The front that people reach, one for each council: CloudFront with its firewall. It keeps no copy of anything, for what we say is for one person. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, apis: { readonly web: HttpApi; readonly api: HttpApi }, originVersion = '') {
    super(scope, id, { env: { account: stage.account, region: edgeRegion }, crossRegionReferences: true, description: 'My Care: the front' });
    const firewall = new Firewall(this, 'Firewall', stage);
    const word = `{{resolve:secretsmanager:${secretName(stage, 'origin')}:SecretString:ORIGIN_WORD${originVersion === '' ? '' : `::${originVersion}`}}}`;
    const bus = stage.bus === undefined ? undefined : this.bus(stage, stage.bus);
    for (const council of councilsOf(stage)) {
      const isFirst = council.councilId === stage.councilId;
      const front = this.front(isFirst ? '' : council.councilId, council, { ...apis, word, firewall, bus });
      new CfnOutput(this, isFirst ? 'FrontName' : `FrontName-${council.councilId}`, { value: front.distributionDomainName });
    }
  }

  /** One council's own door. Which one it was is said by the front itself, in the place of whatever a browser says. */
  private front(of: string, { domain, certificateArn }: StageCouncil, { web, api, word, firewall, bus }: { readonly web: HttpApi; readonly api: HttpApi; readonly word: string; readonly firewall: Firewall; readonly bus: BehaviorOptions | undefined }): Distribution {
    const to = ({ apiId }: HttpApi): BehaviorOptions => ({
      origin: new HttpOrigin(Fn.join('', [apiId, `.execute-api.${homeRegion}.amazonaws.com`]), { customHeaders: { 'x-my-care-origin': word, 'x-my-care-host': domain }, protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY, readTimeout: Duration.seconds(30) }),
      allowedMethods: AllowedMethods.ALLOW_ALL, cachePolicy: CachePolicy.CACHING_DISABLED, originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    });
    const forSystems = to(api);
    const front = new Distribution(this, `Front${of}`, {
      comment: domain, domainNames: [domain], certificate: Certificate.fromCertificateArn(this, `Certificate${of}`, certificateArn), minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3, webAclId: firewall.arn, defaultBehavior: to(web), additionalBehaviors: { '/api/*': forSystems, '/mcp': forSystems, '/conversation': forSystems, '/oruk': forSystems, '/oruk/*': forSystems, ...(bus !== undefined && { '/mqtt': bus }) },
    });
    Validations.of(front).acknowledge({ id: 'AwsSolutions-CFR1', reason: 'Sons and daughters who are told of their parents live abroad too: where somebody is says nothing about whether they may look.' });
    Validations.of(front).acknowledge({ id: 'AwsSolutions-CFR3', reason: 'Its log would hold addresses of pages and of people’s machines, which together say who is cared for. What was asked and how it ended is in the APIs’ own logs, without either.' });
    return front;
  }

  /** Devices come in by the same door as people, through the same firewall. Of what a browser says only what makes the line is passed on. */
  private bus(stage: Stage, { domain }: NonNullable<Stage['bus']>): BehaviorOptions {
    const originRequestPolicy = new OriginRequestPolicy(this, 'OnlyTheLine', { originRequestPolicyName: nameOf(stage, 'only-the-line'), headerBehavior: OriginRequestHeaderBehavior.allowList('Sec-WebSocket-Key', 'Sec-WebSocket-Version', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Extensions') });
    return { origin: new HttpOrigin(domain, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }), allowedMethods: AllowedMethods.ALLOW_GET_HEAD, cachePolicy: CachePolicy.CACHING_DISABLED, originRequestPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY };
  }
}
