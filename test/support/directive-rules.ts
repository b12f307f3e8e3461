// Keeps one promise: a directive that this device, or this request, cannot take is named.
import type { RequestEnvelope } from 'ask-sdk-model';

type Directive = Readonly<Record<string, unknown>> & { readonly type: string };

/** Every rule of Alexa's that these directives break, for this request and this way of ending. */
export function brokenDirectiveRules(directives: readonly Directive[], request: RequestEnvelope | undefined, shouldEndSession: boolean | undefined): string[] {
  const broken = directives.filter(({ type }) => !known.test(type)).map(({ type }) => `${type} is not a directive we use`);
  const dialogs = directives.filter(({ type }) => type.startsWith('Dialog.') && type !== 'Dialog.UpdateDynamicEntities');
  const connections = directives.filter(({ type }) => type.startsWith('Connections.'));
  const tasks = directives.filter(({ type }) => type === 'Tasks.CompleteTask');
  if (dialogs.length > 1) broken.push('Two Dialog directives in one response');
  if (dialogs.length > 0 && shouldEndSession !== false) broken.push('A Dialog directive needs the session left open');
  if (dialogs.length > 0 && connections.length + tasks.length > 0) broken.push('A Dialog directive beside a hand-over');
  if (connections.length > 1) broken.push('Two hand-overs in one response');
  if (connections.length > 0 && shouldEndSession === false) broken.push('A hand-over with the session left open');
  if (tasks.length > 1) broken.push('A task completed twice');
  if (tasks.length > 0 && shouldEndSession !== true) broken.push('A completed task must end the session');
  if (request !== undefined) broken.push(...directives.flatMap((directive) => brokenFor(directive, request)));
  return [...broken, ...directives.flatMap(brokenDocument)];
}

const known = /^(Alexa\.Presentation\.APL\.(RenderDocument|ExecuteCommands)|Dialog\.(ElicitSlot|ConfirmSlot|ConfirmIntent|Delegate|UpdateDynamicEntities)|Connections\.(SendRequest|StartConnection)|Tasks\.CompleteTask)$/;

function brokenFor(directive: Directive, envelope: RequestEnvelope): string[] {
  const { type } = envelope.request as { readonly type: string };
  const isDialog = directive.type.startsWith('Dialog.') && directive.type !== 'Dialog.UpdateDynamicEntities';
  if (isDialog && type !== 'IntentRequest') return [`${directive.type} may only answer an IntentRequest, not ${type}`];
  if (!directive.type.startsWith('Alexa.Presentation.APL.')) return [];
  const screen = (envelope as unknown as PartlyThere).context?.System?.device?.supportedInterfaces?.['Alexa.Presentation.APL'];
  if (screen === undefined) return [`${directive.type} to a device without a screen`];
  const { version } = (directive['document'] ?? {}) as { readonly version?: unknown };
  const newest = screen.runtime?.maxVersion ?? '1.0';
  return typeof version === 'string' && newer(version, newest) ? [`APL document ${version} is newer than the device's ${newest}`] : [];
}

/** A request as it may come: any part of its context may be missing. */
interface PartlyThere {
  readonly context?: { readonly System?: { readonly device?: { readonly supportedInterfaces?: Readonly<Record<string, { readonly runtime?: { readonly maxVersion?: string } } | undefined>> } } };
}

function brokenDocument(directive: Directive): string[] {
  if (directive.type !== 'Alexa.Presentation.APL.RenderDocument') return [];
  const { type, version, mainTemplate } = (directive['document'] ?? {}) as Readonly<Record<string, unknown>>;
  const broken: string[] = [];
  if (typeof directive['token'] !== 'string' || directive['token'] === '') broken.push('An APL document without a token');
  if (type === 'Link') return broken;
  if (type !== 'APL' || typeof version !== 'string' || mainTemplate === undefined) broken.push('An APL document without type, version and mainTemplate');
  return broken;
}

function newer(version: string, than: string): boolean {
  const [year = 0, month = 0] = version.split('.').map(Number);
  const [otherYear = 0, otherMonth = 0] = than.split('.').map(Number);
  return year > otherYear || (year === otherYear && month > otherMonth);
}
