import { secretName, type SecretKind, type Stage } from './stage.ts';

/** What one council of a stage has of its own. */
export type StageCouncil = Omit<NonNullable<Stage['moreCouncils']>[number], 'secrets'> & { readonly secrets: readonly SecretKind[] };

/** Of each council there is one of these; all else that is secret is the stage's. */
const ofEachCouncil: readonly string[] = ['notify', 'staff', 'webhook'] satisfies readonly SecretKind[];

/** The stage's first council, and those beside it. */
export const councilsOf = (stage: Stage): readonly [StageCouncil, ...StageCouncil[]] => [stage, ...stage.moreCouncils ?? []];

/** As `lambda/councils.ts` reads them: of one council as they are; of several each with its council before it. */
export function councilSettings(stage: Stage): Record<string, string> {
  const councils = councilsOf(stage);
  if (councils.length === 1) return { COUNCIL_ID: stage.councilId, ...settingsOf(stage) };
  const own = councils.flatMap((council) => Object.entries(settingsOf(council)).map(([name, value]): [string, string] => [`${council.councilId.toUpperCase().replaceAll('-', '_')}__${name}`, value]));
  return { COUNCILS: councils.map(({ councilId }) => councilId).join(','), HELP_PHONE: stage.helpPhone, ...Object.fromEntries(own) };
}

function settingsOf({ councilName, councilColour, helpPhone, outOfHoursPhone, decisionWorkingDays, twoAgreeAbovePounds, domain, servicesFeed }: StageCouncil): Record<string, string> {
  return {
    COUNCIL_NAME: councilName, COUNCIL_COLOUR: councilColour, HELP_PHONE: helpPhone, PUBLIC_HOSTS: domain, ...(outOfHoursPhone !== undefined && { OUT_OF_HOURS_PHONE: outOfHoursPhone }), ...(servicesFeed !== undefined && { SERVICES_FEED: servicesFeed }),
    ...(decisionWorkingDays !== undefined && { DECISION_WORKING_DAYS: String(decisionWorkingDays) }), ...(twoAgreeAbovePounds !== undefined && { TWO_AGREE_ABOVE_POUNDS: String(twoAgreeAbovePounds) }),
  };
}

/** One secret: how AWS calls it, and how it is named in SECRET_IDS, with its council before it where there are several. */
export interface StageSecret { readonly name: string; readonly named: string; readonly kind: SecretKind | 'origin' }

/** Those of these kinds that the stage, and each of its councils, has. */
export function secretsOf(stage: Stage, kinds: readonly (SecretKind | 'origin')[]): readonly StageSecret[] {
  const councils = councilsOf(stage);
  return kinds.flatMap((kind): readonly StageSecret[] => {
    if (kind === 'origin' || !ofEachCouncil.includes(kind)) return kind === 'origin' || stage.secrets.includes(kind) ? [{ kind, name: secretName(stage, kind), named: secretName(stage, kind) }] : [];
    return councils.filter(({ secrets }) => secrets.includes(kind)).map(({ councilId }) => {
      const name = councilId === stage.councilId ? secretName(stage, kind) : secretName({ name: `${stage.name}/${councilId}` }, kind);
      return { kind, name, named: councils.length === 1 ? name : `${councilId}=${name}` };
    });
  });
}
