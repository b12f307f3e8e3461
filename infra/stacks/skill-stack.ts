import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { CareAlarm } from '../constructs/care-alarm.ts';
import { CareFunction } from '../constructs/care-function.ts';
import { OnCall } from '../constructs/on-call.ts';
import { nameOf, skillRegion, type Stage } from '../stage.ts';

/** What Alexa calls. In Ireland because Alexa calls no function in London; it keeps nothing there. */
export class SkillStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { env: { account: stage.account, region: skillRegion }, description: 'My Care: what Alexa calls' });
    const { topic } = new OnCall(this, 'OnCall', stage);
    const skill = new CareFunction(this, 'Skill', {
      stage, name: 'skill', from: 'skill', handler: 'index.handler', memoryMegabytes: 512, timeoutSeconds: 8, touches: 'skill', keptReady: stage.readySkillFunctions, topic, onBus: { says: ['alert'] },
      ...(stage.hasManagedSpeakers && { secrets: ['alexa'] as const }),
      onFailure: { impact: 'People who ask their speaker hear an apology instead of an answer, and cannot ask for help through it.', first: 'If a version is being let in, see that it was taken back; then read the fault’s code in the log /my-care/…/skill and look it up in docs/operating.md.' },
    });
    // Only Alexa, and only for this skill.
    skill.alias.addPermission('Alexa', { principal: new ServicePrincipal('alexa-appkit.amazon.com'), action: 'lambda:InvokeFunction', eventSourceToken: stage.skillId });
    new CfnOutput(this, 'SkillEndpoint', { value: skill.alias.functionArn });
    this.askEveryFiveMinutes(stage, skill);
    const watch = { stage, topic };
    new CareAlarm(this, 'NotAsked', {
      ...watch, name: 'skill-not-asked', metric: skill.alias.metricInvocations(), when: 'below', threshold: 1, minutes: 11, silenceIsBad: true,
      impact: 'Nobody’s question has come through for ten minutes, not even our own: speakers may say that the skill does not respond.', first: 'Ask “who is coming today” on a speaker; then look at the function’s alias and at Amazon’s health page for Ireland.',
    });
    new CareAlarm(this, 'Slow', {
      ...watch, name: 'skill-slow', metric: skill.alias.metricDuration({ statistic: 'p99' }), when: 'above', threshold: 4_000, minutes: 5,
      impact: 'Some people wait longer than four seconds for an answer, and Alexa gives up at eight.', first: 'Compare the table’s latency on the dashboard; if only cold starts are slow, raise readySkillFunctions and deploy.',
    });
    new CareAlarm(this, 'OneFault', {
      ...watch, name: 'skill-any-fault', metric: skill.faults, when: 'at-least', threshold: 1, minutes: 3,
      impact: 'Something has gone wrong in three minutes running, so it is not chance: somebody hears apologies.', first: 'Read the fault’s code in the log and look it up in docs/operating.md.',
    });
  }

  /** Our own question goes the way of everybody's. It is a speaker that nobody is linked to: all of the way is tried, and no person's record is read. */
  private askEveryFiveMinutes(stage: Stage, skill: CareFunction): void {
    const user = { userId: 'amzn1.ask.account.MY-CARE-ITSELF' };
    const application = { applicationId: stage.skillId };
    new Rule(this, 'OurOwnQuestion', {
      ruleName: nameOf(stage, 'own-question'), schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(skill.alias, {
        retryAttempts: 0, maxEventAge: Duration.minutes(1),
        event: RuleTargetInput.fromObject({
          version: '1.0',
          session: { new: true, sessionId: EventField.eventId, application, user, attributes: {} },
          context: { System: { application, user, device: { deviceId: 'my-care-itself', supportedInterfaces: {} }, apiEndpoint: 'https://api.eu.amazonalexa.com', apiAccessToken: '' } },
          request: { type: 'IntentRequest', requestId: EventField.eventId, timestamp: EventField.time, locale: 'en-GB', dialogState: 'COMPLETED', intent: { name: 'WhoIsComingIntent', confirmationStatus: 'NONE', slots: {} } },
        }),
      })],
    });
  }
}
