import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '@app/platform'

const { big, createTables, day, dropTables, flag, instant, json, line, optional, preset, reference, sealed, text, to, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'contingent',
    columns: {
      event_id: to('event'),
      label: optional(line(200)),
      land: optional(line(5)),
      group_key: optional(line(60)),
      organisation_id: optional(to('organisation')),
      minimum: preset(whole(), 0),
      maximum: optional(whole()),
      release_at: optional(instant()),
      released_at: optional(instant()),
      position: preset(whole(), 0),
    },
    indices: [['event_id', 'position'], ['release_at']],
    checks: {
      ck_contingent__minimum: 'minimum >= 0 AND (maximum IS NULL OR minimum <= maximum)',
    },
  },
  {
    name: 'nomination',
    columns: {
      event_id: to('event'),
      organisation_id: to('organisation'),
      contingent_id: to('contingent'),
      contact_id: optional(to('contact')),
      name_shown: line(300),
      email: optional(line(254)),
      places: whole(),
      deadline_at: instant(),
      state: line(12),
      asked_at: optional(instant()),
      released_at: optional(instant()),
    },
    uniques: [['event_id', 'organisation_id', 'contingent_id']],
    indices: [['state', 'deadline_at']],
    checks: {
      ck_nomination__state: "state IN ('draft','asked','closed','released') AND places >= 0",
    },
  },
  {
    name: 'participation',
    columns: {
      event_id: to('event'),
      contact_id: optional(to('contact')),
      origin: line(12),
      nomination_id: optional(to('nomination')),
      contingent_id: optional(to('contingent')),
      registered_by_id: optional(to('participation')),
      represents_id: optional(to('participation')),
      answer: line(12),
      answered_at: optional(instant()),
      decline_reason: optional(line(300)),
      place: line(12),
      place_at: optional(instant()),
      place_until: optional(instant()),
      place_reason: optional(line(60)),
      arrival_no: optional(big()),
      seats: preset(whole(), 1),
      wave: optional(whole()),
      invited_at: optional(instant()),
      confirmed_at: optional(instant()),
      group_key: optional(line(60)),
      land: optional(line(5)),
      ags: optional(line(8)),
      ags_on: optional(day()),
      salutation: optional(line(10)),
      title: optional(line(60)),
      given_names: optional(line(200)),
      family_name: optional(line(200)),
      name_search: optional(line(200)),
      name_sort: optional(line(300)),
      office_address: optional(line(300)),
      office_salutation: optional(line(200)),
      organisation_id: optional(to('organisation')),
      organisation_shown: optional(line(300)),
      email: optional(line(254)),
      email_normalised: optional(line(254)),
      phone: optional(line(60)),
      salutation_override: optional(line(200)),
      language: preset(line(5), 'de'),
      active_key: optional(line(300)),
      notice_id: optional(to('notice')),
      blocked_until: optional(day()),
      anonymised_at: optional(instant()),
      revision: preset(whole(), 0),
      created_at: instant(),
    },
    uniques: [['event_id', 'active_key']],
    indices: [['event_id', 'contingent_id', 'place', 'seats'], ['event_id', 'place', 'arrival_no'], ['event_id', 'name_sort', 'id'], ['event_id', 'answer'], ['contact_id'], ['email_normalised'], ['nomination_id'], ['represents_id'], ['place', 'place_until']],
    checks: {
      ck_participation__answer: "answer IN ('noted','invited','unconfirmed','accepted','declined','represented','withdrawn')",
      ck_participation__place: "place IN ('none','requested','waiting','offered','confirmed','refused','door')",
      ck_participation__place_2: "(place = 'none') = (answer <> 'accepted')",
      ck_participation__place_3: "(place = 'offered') = (place_until IS NOT NULL)",
      ck_participation__place_4: "place <> 'waiting' OR arrival_no IS NOT NULL",
      ck_participation__seats: 'seats BETWEEN 1 AND 500',
      ck_participation__origin: "origin IN ('invited','open','nominated','group','substitute','staff','import','door')",
    },
  },
  {
    name: 'question',
    columns: {
      event_id: to('event'),
      key: line(60),
      kind: line(12),
      label: line(500),
      help: optional(text()),
      required: preset(flag(), false),
      options: optional(json()),
      shown_if: optional(json()),
      position: whole(),
      special: preset(flag(), false),
      retention: preset(line(4), 'A'),
      retired_at: optional(instant()),
    },
    uniques: [['event_id', 'key']],
    checks: {
      ck_question__kind: "kind IN ('text','long','choice','several','number','date','consent','file')",
    },
  },
  {
    name: 'question_answer',
    columns: {
      participation_id: to('participation'),
      question_id: to('question'),
      value: optional(text()),
      value_sealed: optional(sealed()),
    },
    uniques: [['participation_id', 'question_id']],
    checks: {
      ck_question_answer__value: 'value IS NULL OR value_sealed IS NULL',
    },
  },
  {
    name: 'consent',
    columns: {
      participation_id: optional(to('participation')),
      contact_id: optional(to('contact')),
      purpose: line(30),
      notice_id: to('notice'),
      given_at: instant(),
      revoked_at: optional(instant()),
    },
    indices: [['participation_id'], ['contact_id']],
    checks: {
      ck_consent__participation_id: 'participation_id IS NOT NULL OR contact_id IS NOT NULL',
    },
  },
  {
    name: 'need',
    columns: {
      event_id: to('event'),
      participation_id: to('participation'),
      sealed: sealed(),
      consent_id: optional(to('consent')),
    },
    uniques: [['participation_id']],
    indices: [['event_id']],
  },
  {
    name: 'attendance',
    columns: {
      event_id: reference(),
      participation_id: to('participation'),
      day_id: to('event_day'),
      agenda_item_id: optional(to('agenda_item')),
      kind: line(6),
      at: optional(instant()),
      recorded_at: instant(),
      source: line(10),
      actor_id: optional(reference()),
      door: optional(line(60)),
      client_ref: reference(),
      voids_id: optional(to('attendance')),
      headcount: preset(whole(), 1),
      note: optional(line(300)),
    },
    uniques: [['client_ref'], ['voids_id']],
    indices: [['participation_id', 'day_id'], ['day_id', 'agenda_item_id', 'kind'], ['event_id']],
    checks: {
      ck_attendance__kind: "kind IN ('in','out','void') AND (kind = 'void') = (voids_id IS NOT NULL)",
      ck_attendance__source: "source IN ('scan','search','sheet','self','online','import')",
    },
  },
]

export class Participants1764057600005 implements MigrationInterface {
  name = 'Participants1764057600005'
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }
  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
