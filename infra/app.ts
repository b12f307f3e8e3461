import { parseArgs } from 'node:util';
import { App, Tags } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readStage, type Stage } from './stage.ts';
import { AgencyFilesStack } from './stacks/agency-files-stack.ts';
import { BusStack } from './stacks/bus-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { NotificationsStack } from './stacks/notifications-stack.ts';
import { SkillStack } from './stacks/skill-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

const { values: { stage: name, 'origin-version': originVersion } } = parseArgs({ options: { stage: { type: 'string', default: 'example' }, 'origin-version': { type: 'string' } } });
const read = readStage(name);
if ('faults' in read) {
  console.error(read.faults.join('\n'));
  process.exit(1);
}
const app = service(read.stage);
app.synth();
const { violations } = new AwsSolutionsChecks(app).validateScope(app);
for (const { ruleName, description, violatingResources } of violations) console.error(`${ruleName}: ${description}\n${violatingResources.map(({ constructPath }) => `  ${constructPath ?? ''}`).join('\n')}`);
if (violations.length > 0) process.exit(1);

/** One council's whole service. */
function service(stage: Stage): App {
  const app = new App({ analyticsReporting: false, context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
  const id = (what: string) => `MyCare-${stage.name}-${what}`;
  const data = new DataStack(app, id('data'), stage);
  new SkillStack(app, id('skill'), stage).addStackDependency(data);
  const notifications = new NotificationsStack(app, id('notifications'), stage, data.table);
  if (stage.bus !== undefined) new BusStack(app, id('bus'), { ...stage, bus: stage.bus }, notifications);
  new AgencyFilesStack(app, id('files'), stage, notifications);
  const web = new WebStack(app, id('web'), stage, notifications.topic);
  new EdgeStack(app, id('edge'), stage, { web: web.api, api: notifications.api }, originVersion);
  new WatchStack(app, id('watch'), stage, notifications);
  Tags.of(app).add('service', 'my-care');
  Tags.of(app).add('stage', stage.name);
  return app;
}
