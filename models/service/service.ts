/**
 * A service somebody can use, in the field names of Open Referral UK 3.0 (HSDS-UK). What a record does not say is left out,
 * never null or empty. Free text is plain: no HTML, spaces single.
 */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly fees?: string | undefined;
  readonly accreditations?: string | undefined;
  readonly alert?: string | undefined;
  readonly minimum_age?: number | undefined;
  readonly maximum_age?: number | undefined;
  /** The day somebody last checked that the record is right, `2026-09-17`. */
  readonly assured_date?: string | undefined;
  readonly last_modified?: string | undefined;
  readonly schedules?: readonly Schedule[] | undefined;
  readonly service_areas?: readonly ServiceArea[] | undefined;
  readonly service_at_locations?: readonly ServiceAtLocation[] | undefined;
  readonly languages?: readonly Language[] | undefined;
  readonly organization?: Organization | undefined;
  readonly cost_options?: readonly CostOption[] | undefined;
  readonly contacts?: readonly Contact[] | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly eligibility_description?: string | undefined;
  /** Whether the council has approved the provider (`mc_approved`, our own supplier field). Absent: nobody has said. */
  readonly mc_approved?: boolean | undefined;
  /** How many weeks people wait for it (`mc_wait_weeks`). */
  readonly mc_wait_weeks?: number | undefined;
  /** Other fields of the record that we do not use, kept as they came: `pc_metadata` and the like. */
  readonly other?: Readonly<Record<string, unknown>> | undefined;
  readonly provenance: Provenance;
}

/** Where a record came from, so that every fact we speak can be traced. */
export interface Provenance {
  /** The file or address it was read from. */
  readonly source: string;
  readonly sourceId: string;
  /** When we read it, ISO, UTC. */
  readonly fetchedAt: string;
  /** The Open Referral version the source says it follows; `unknown` when it does not say. */
  readonly declaredVersion: string;
  /** SHA-256 of the record as it came, in hexadecimal. */
  readonly rawHash: string;
}

/** When it is open: an RFC 5545 rule in parts. `byday` is "TH,FR", or "2TH" in a monthly rule; times are London wall time. */
export interface Schedule {
  readonly id: string;
  readonly valid_from?: string | undefined;
  readonly valid_to?: string | undefined;
  readonly dtstart?: string | undefined;
  readonly freq?: 'WEEKLY' | 'MONTHLY' | undefined;
  readonly interval?: number | undefined;
  readonly byday?: string | undefined;
  readonly bymonthday?: string | undefined;
  readonly description?: string | undefined;
  readonly opens_at?: string | undefined;
  readonly closes_at?: string | undefined;
  readonly attending_type?: string | undefined;
  readonly notes?: string | undefined;
}

/** One price. `amount` is in pounds; the UK profile has no currency. */
export interface CostOption {
  readonly id: string;
  readonly valid_from?: string | undefined;
  readonly valid_to?: string | undefined;
  readonly option?: string | undefined;
  readonly amount?: number | undefined;
  readonly amount_description?: string | undefined;
}

interface ServiceArea { readonly id: string; readonly name?: string | undefined; readonly service_area?: string | undefined }
interface Language { readonly id: string; readonly name?: string | undefined; readonly code?: string | undefined }
interface ServiceAtLocation { readonly id: string; readonly location?: Location | undefined }

interface Location {
  readonly id: string;
  readonly location_type?: 'physical' | 'postal' | 'virtual' | undefined;
  readonly name?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly addresses?: readonly Address[] | undefined;
  readonly accessibility?: readonly { readonly id: string; readonly description?: string | undefined }[] | undefined;
}

interface Address {
  readonly id: string;
  readonly address_1?: string | undefined;
  readonly city?: string | undefined;
  readonly postal_code?: string | undefined;
}

interface Organization {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly website?: string | undefined;
  readonly organization_identifiers?: readonly { readonly id: string; readonly identifier_scheme?: string | undefined; readonly identifier?: string | undefined }[] | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
}

interface Contact {
  readonly id: string;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly phones?: readonly { readonly number: string; readonly description?: string | undefined }[] | undefined;
}

interface Attribute {
  readonly id: string;
  readonly link_type?: string | undefined;
  readonly taxonomy_term?: { readonly id: string; readonly name: string; readonly taxonomy?: string | undefined } | undefined;
}
