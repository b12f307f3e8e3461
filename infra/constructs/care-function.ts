import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, Code, Function as LambdaFunction, ParamsAndSecretsLayerVersion, ParamsAndSecretsVersions, Runtime, type IAlias, type IVersion } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { join } from 'node:path';
import { homeRegion, nameOf, tableName, type SecretKind, type Stage } from '../stage.ts';
import { councilSettings, secretsOf, type StageSecret } from '../councils.ts';
import type { Toucher } from '../may-touch.ts';
import { busRights, busSettings, type OnBus } from './bus-rights.ts';
import { CareAlarm } from './care-alarm.ts';
import { tableRights } from './table-rights.ts';

interface CareFunctionProps {
  readonly stage: Stage;
  readonly name: string;
  /** The folder under dist/lambda that `npm run synth` has built. */
  readonly from: string;
  readonly handler: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Absent for what has no business with the table. */
  readonly touches?: Toucher;
  /** Those of them that the stage has. */
  readonly secrets?: readonly (SecretKind | 'origin')[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly rights?: readonly PolicyStatement[];
  /** Absent for what has no business with devices in homes. */
  readonly onBus?: OnBus;
  readonly keptReady?: number;
  readonly topic: ITopic;
  /** What it means for people when this function fails, and what to do first. */
  readonly onFailure: { readonly impact: string; readonly first: string };
}

const built = join(import.meta.dirname, '../../dist/lambda');

/** One of our functions: its own role with the few rights it needs, its log for thirty days, and new versions let in a tenth at a time and taken back when they fail. */
export class CareFunction extends Construct {
  readonly alias: IAlias;
  readonly role: Role;
  /** Faults that were told in the log, for people who were told that something went wrong. */
  readonly faults: Metric;

  constructor(scope: Construct, id: string, props: CareFunctionProps) {
    super(scope, id);
    const { stage, name, keptReady = 0 } = props;
    const functionName = nameOf(stage, name);
    const logGroup = new LogGroup(this, 'Log', { logGroupName: `/my-care/${stage.name}/${name}`, retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    const secrets = secretsOf(stage, props.secrets ?? []);
    this.role = this.ownRole(props, logGroup, secrets);
    const run = new LambdaFunction(this, 'Function', {
      functionName, role: this.role, logGroup, runtime: Runtime.NODEJS_24_X, architecture: Architecture.ARM_64, handler: props.handler, code: Code.fromAsset(join(built, props.from)),
      memorySize: props.memoryMegabytes, timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...commonSettings(stage), ...(props.onBus && busSettings(stage)), ...props.settings, ...(secrets.length > 0 && { SECRET_IDS: secrets.map(({ named }) => named).join(',') }) },
      ...(secrets.length > 0 && { paramsAndSecrets: ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103, { secretsManagerTtl: Duration.minutes(5) }) }),
    });
    // Amazon's own types are looser about what may be left out than ours.
    const alias = new Alias(this, 'Alias', { aliasName: 'live', version: run.currentVersion as IVersion, ...(keptReady > 0 && { provisionedConcurrentExecutions: keptReady }) });
    this.alias = alias as IAlias;
    this.faults = logGroup.addMetricFilter('Faults', { filterPattern: FilterPattern.numberValue('$.level', '>=', 50), metricNamespace: `MyCare/${stage.name}`, metricName: `${name}-faults`, metricValue: '1' })
      .metric({ statistic: 'Sum' });
    this.letInSlowly(functionName, alias, [this.alarm(props, 'errors', alias.metricErrors(), 3), this.alarm(props, 'faults', this.faults, 5)]);
  }

  private alarm({ stage, name, topic, onFailure }: CareFunctionProps, what: string, metric: Metric, threshold: number): Alarm {
    return new CareAlarm(this, what === 'errors' ? 'Errors' : 'ManyFaults', { stage, name: `${name}-${what}`, metric, when: 'at-least', threshold, minutes: 2, topic, ...onFailure }).alarm;
  }

  private ownRole({ stage, name, touches, rights = [], onBus }: CareFunctionProps, logGroup: LogGroup, secrets: readonly StageSecret[]): Role {
    const stack = Stack.of(this);
    const onTheBus = onBus === undefined ? [] : busRights(stage, onBus);
    const role = new Role(this, 'Role', {
      roleName: nameOf(stage, name), assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
            ...(touches === undefined ? [] : tableRights(this, stage, touches)),
            // Secrets Manager adds six letters of its own to a name.
            ...(secrets.length === 0 ? [] : [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: secrets.map(({ name: secret }) => stack.formatArn({ service: 'secretsmanager', resource: 'secret', resourceName: `${secret}-??????`, arnFormat: ArnFormat.COLON_RESOURCE_NAME })) })]),
            ...rights,
            ...onTheBus,
          ],
        }),
      },
    });
    for (const resource of new Set(onTheBus.flatMap(({ resources }) => resources))) Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason: 'The names of people’s devices are made when these are set up: each right names their kinds (tv-…, home-…) and the one part of the topic.' });
    return role;
  }

  private letInSlowly(functionName: string, alias: Alias, alarms: Alarm[]): void {
    const group = new LambdaDeploymentGroup(this, 'Canary', { alias, deploymentGroupName: functionName, deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES, alarms });
    Validations.of(group.role).acknowledge({ id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]', reason: 'Amazon’s own policy for moving an alias from one version to the next: it names the few actions that CodeDeploy takes, and Amazon keeps it in step with them.' });
  }
}

function commonSettings(stage: Stage): Record<string, string> {
  return {
    MY_CARE_ENV: 'production', STORE: 'dynamodb', TABLE_NAME: tableName(stage), TABLE_REGION: homeRegion, SKILL_ID: stage.skillId,
    SECURITY_CONTACT: stage.securityContact, ...councilSettings(stage),
  };
}
