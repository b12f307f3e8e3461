import type { Service } from '../../models/service/index.ts';
import { organizationId, taxonomyId, termId } from './write-service.ts';

/** What a feed is asked with. Repeated or made-up values are as good as none: a feed answers. */
export type Query = Readonly<Record<string, unknown>>;

const mostOnAPage = 500;
const mostWhole = 100;
const usual = 50;

export interface PageAsked { readonly page: number; readonly size: number; readonly isWhole: boolean; readonly isMinimal: boolean }

/** Which page, how long, and how much of each. */
export function pageAsked(query: Query): PageAsked {
  const [isWhole, isMinimal] = [textOf(query, 'full') === 'true', textOf(query, 'minimal') === 'true'];
  return { page: wholeNumber(query, 'page', 1, 1_000_000), size: wholeNumber(query, 'per_page', usual, isWhole ? mostWhole : isMinimal ? 10_000 : mostOnAPage), isWhole, isMinimal };
}

/** Whether a service is among those asked for. What is asked in a way we do not know shuts nothing out. */
export function isWanted(query: Query): (service: Service) => boolean {
  const words = (textOf(query, 'search') ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 12);
  const [term, taxonomy, organization, since] = (['taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after'] as const).map((name) => textOf(query, name));
  const [youngest, oldest] = [numberOf(query, 'minimum_age'), numberOf(query, 'maximum_age')];
  const after = since === undefined ? Number.NaN : Date.parse(since);
  return (service) => {
    const terms = (service.attributes ?? []).flatMap(({ taxonomy_term: each }) => (each === undefined ? [] : [each]));
    if (term !== undefined && !terms.some((each) => termId(each) === term)) return false;
    if (taxonomy !== undefined && !terms.some((each) => each.taxonomy !== undefined && taxonomyId(each.taxonomy) === taxonomy)) return false;
    if (organization !== undefined && (service.organization === undefined || organizationId(service.organization) !== organization)) return false;
    if (!Number.isNaN(after) && (service.last_modified === undefined || Date.parse(service.last_modified) < after)) return false;
    if (youngest !== undefined && (service.maximum_age ?? Infinity) < youngest) return false;
    if (oldest !== undefined && (service.minimum_age ?? 0) > oldest) return false;
    if (words.length === 0) return true;
    const text = `${service.name} ${service.description ?? ''} ${service.organization?.name ?? ''} ${terms.map(({ name }) => name).join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function textOf(query: Query, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
}

function numberOf(query: Query, name: string): number | undefined {
  const text = textOf(query, name);
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}

function wholeNumber(query: Query, name: string, otherwise: number, most: number): number {
  const text = textOf(query, name);
  return text !== undefined && /^\d{1,7}$/.test(text) && Number(text) >= 1 ? Math.min(Number(text), most) : Math.min(otherwise, most);
}
