import type { v1 } from 'ask-smapi-model';

export type Manifest = v1.skill.Manifest.SkillManifestEnvelope;

/** Where the skill lives once it is deployed. What is not given stays a placeholder that reaches nobody. */
export interface Addresses {
  /** The Lambda function's ARN, in Ireland: the region Amazon's European skills are called in. */
  readonly endpoint?: string;
  /** The public site that holds /privacy and /terms. */
  readonly site?: string;
}

/** What is wrong with these addresses, in words; for a package that will be deployed both must be given. */
export function addressFaults({ endpoint, site }: Addresses, isForDeploy: boolean): readonly string[] {
  const faults: string[] = [];
  if (endpoint === undefined && isForDeploy) faults.push('No endpoint. Give the skill’s Lambda function: --endpoint arn:aws:lambda:eu-west-1:ACCOUNT:function:NAME, or ALEXA_ENDPOINT.');
  if (endpoint !== undefined && !lambdaArn.test(endpoint)) faults.push(`The endpoint ${endpoint} is not a Lambda function in eu-west-1 (arn:aws:lambda:eu-west-1:ACCOUNT:function:NAME).`);
  if (site === undefined && isForDeploy) faults.push('No site. Say where the privacy policy is published: --site https://…, or ALEXA_SITE.');
  if (site !== undefined && !isPublicSite(site)) faults.push(`The site ${site} is not a public https address without a path.`);
  return faults;
}

/** The manifest with real addresses in place of the placeholders. */
export function addressed(envelope: Manifest, { endpoint, site }: Addresses): Manifest {
  const copy = structuredClone(envelope);
  const { apis, events, privacyAndCompliance } = copy.manifest ?? {};
  if (endpoint !== undefined) {
    for (const holder of [apis?.custom, events]) {
      for (const each of [holder, ...Object.values(holder?.regions ?? {})]) if (each?.endpoint !== undefined) each.endpoint.uri = endpoint;
    }
  }
  if (site !== undefined) {
    for (const locale of Object.values(privacyAndCompliance?.locales ?? {})) {
      locale.privacyPolicyUrl = new URL('/privacy', site).href;
      locale.termsOfUseUrl = new URL('/terms', site).href;
    }
  }
  return copy;
}

const lambdaArn = /^arn:aws:lambda:eu-west-1:(?!0{12})\d{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_$-]{1,128})?$/;

function isPublicSite(site: string): boolean {
  const address = URL.parse(site);
  return address !== null && address.protocol === 'https:' && address.pathname === '/' && address.search === '' && address.hash === ''
    && address.username === '' && /\.[a-z]{2,}$/.test(address.hostname) && !/\.(invalid|example|test|localhost)$/.test(address.hostname);
}
