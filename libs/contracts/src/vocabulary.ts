/**
 * The fixed words of the field: keys that are stored, compared and sent. What people read for them stands in libs/i18n.
 * Keys are English or the German term of the trade where that is the term.
 */

export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The 16 Länder, ISO 3166-2:DE, in the order of the official key (AGS 01 … 16). */
export const LANDS = [
  'DE-SH', 'DE-HH', 'DE-NI', 'DE-HB', 'DE-NW', 'DE-HE', 'DE-RP', 'DE-BW',
  'DE-BY', 'DE-SL', 'DE-BE', 'DE-BB', 'DE-MV', 'DE-SN', 'DE-ST', 'DE-TH',
] as const
export type Land = (typeof LANDS)[number]

/** Stakeholder groups: the seed of the editable list `group` (table term). */
export const GROUPS = [
  'kommune', 'landkreis', 'land', 'bund', 'zivilgesellschaft', 'migrantenorganisation', 'kirche_religion', 'stiftung',
  'wissenschaft', 'traeger_kurs', 'jobcenter_arbeitsagentur', 'wirtschaft_kammer', 'presse', 'buergerschaft',
] as const
export type Group = (typeof GROUPS)[number]

export const SALUTATIONS = ['frau', 'herr', 'neutral', 'keine'] as const
export type Salutation = (typeof SALUTATIONS)[number]

export const EVENT_STATES = [
  'idea', 'planned', 'save_the_date', 'inviting', 'closed', 'running', 'done', 'accounted', 'cancelled',
] as const
export type EventState = (typeof EVENT_STATES)[number]

export const EVENT_MODES = ['in_person', 'online', 'hybrid'] as const
export type EventMode = (typeof EVENT_MODES)[number]

export const ADMISSIONS = ['open', 'approval', 'invited', 'nominated'] as const
export type Admission = (typeof ADMISSIONS)[number]

export const VISIBILITIES = ['public', 'invited'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const DATE_PRECISIONS = ['unknown', 'year', 'month', 'day'] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

/** First half of a participation: what the person said. */
export const ANSWERS = ['noted', 'invited', 'unconfirmed', 'accepted', 'declined', 'represented', 'withdrawn'] as const
export type Answer = (typeof ANSWERS)[number]

/** Second half of a participation: what the organiser gave. `place` is `none` exactly when `answer` is not `accepted`. */
export const PLACES = ['none', 'requested', 'waiting', 'offered', 'confirmed', 'refused', 'door'] as const
export type Place = (typeof PLACES)[number]

export const ORIGINS = ['invited', 'open', 'nominated', 'group', 'substitute', 'staff', 'import', 'door'] as const
export type Origin = (typeof ORIGINS)[number]

/**
 * One word for the pair (answer, place): what lists show and filter by. The only place where the pair becomes a word is
 * `standing()` in libs/participants/src/domain/standing.ts.
 */
export const STANDINGS = [
  'noted', 'invited', 'unconfirmed', 'requested', 'waiting', 'offered', 'confirmed', 'refused', 'door', 'declined',
  'represented', 'withdrawn',
] as const
export type Standing = (typeof STANDINGS)[number]

/** Roles of organisations at a series or event, in the order in which they are shown. Editable list `organisation_role`. */
export const ORGANISATION_ROLES = [
  'veranstalter', 'mitveranstalter', 'schirmherrschaft', 'kooperation', 'koordination', 'projekttraeger', 'durchfuehrung',
  'fachliche_begleitung', 'foerderer',
] as const
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number]

export const AGENDA_KINDS = [
  'arrival', 'grusswort', 'keynote', 'talk', 'podium', 'workshop_round', 'workshop', 'break', 'meal', 'plenum', 'signing',
  'closing', 'other',
] as const
export type AgendaKind = (typeof AGENDA_KINDS)[number]

/** Formats that ship ready; an organiser may add more (A2). */
export const FORMATS = [
  'zukunftsdialog', 'werkstattgespraech', 'netzwerktreffen', 'konferenz', 'abschlusskonferenz', 'workshop', 'webinar',
  'buergerdialog',
] as const
export type FormatKey = (typeof FORMATS)[number]

/** What a person may consent to besides the registration itself; every one is voluntary, unticked and revocable. */
export const CONSENT_PURPOSES = ['photo', 'contact_later'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** Why a place has just changed; the cause decides which letter is written. */
export const PLACE_CAUSES = ['confirmed', 'waiting', 'requested', 'promoted', 'withdrawn', 'declined', 'refused'] as const
export type PlaceCause = (typeof PLACE_CAUSES)[number]
