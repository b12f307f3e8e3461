import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { nameOf, type Stage } from '../stage.ts';

const fiveMinutes = 300;

/** What keeps floods and well-known attacks from the pages. It counts by the caller's address and keeps no log. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });
    const fromOne = (name: string, priority: number, limit: number, path?: string): CfnWebACL.RuleProperty => ({
      name, priority, action: { block: { customResponse: { responseCode: 429 } } }, visibilityConfig: seen(name),
      statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit, evaluationWindowSec: fiveMinutes, ...(path !== undefined && { scopeDownStatement: { byteMatchStatement: { fieldToMatch: { uriPath: {} }, positionalConstraint: 'STARTS_WITH', searchString: path, textTransformations: [{ priority: 0, type: 'LOWERCASE' }] } } }) } },
    });
    const amazons = (name: string, priority: number, onlyCounted: readonly string[] = []): CfnWebACL.RuleProperty => ({
      name, priority, overrideAction: { none: {} }, visibilityConfig: seen(name),
      statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ...(onlyCounted.length > 0 && { ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })) }) } },
    });
    const acl = new CfnWebACL(this, 'Rules', {
      name: nameOf(stage, 'front'), scope: 'CLOUDFRONT', defaultAction: { allow: {} }, visibilityConfig: seen('front'),
      rules: [
        // A care agency's whole office may come from one address.
        fromOne('everything', 0, 6_000),
        fromOne('sign-in', 1, 300, '/sign-in'),
        fromOne('work-sign-in', 2, 300, '/work/sign-in'),
        amazons('AWSManagedRulesAmazonIpReputationList', 3),
        amazons('AWSManagedRulesKnownBadInputsRuleSet', 4),
        // A rota that an agency sends is larger than eight kilobytes.
        amazons('AWSManagedRulesCommonRuleSet', 5, ['SizeRestrictions_BODY']),
      ],
    });
    this.arn = acl.attrArn;
  }
}
