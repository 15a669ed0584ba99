import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '@app/platform'

const { createTables, day, dropTables, instant, line, optional, preset, reference, to, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'municipality',
    columns: {
      ags: line(8),
      register_on: day(),
      name: line(200),
      kind: line(20),
      land: line(5),
      ars: optional(line(12)),
      search: line(200),
      population: optional(whole()),
    },
    uniques: [['ags', 'register_on']],
    indices: [['search']],
  },
  {
    name: 'organisation',
    columns: {
      name: line(300),
      short_name: optional(line(100)),
      kind: optional(line(30)),
      land: optional(line(5)),
      ags: optional(line(8)),
      ags_on: optional(day()),
      street: optional(line(200)),
      postcode: optional(line(10)),
      city: optional(line(100)),
      email: optional(line(254)),
      website: optional(line(300)),
      search: line(300),
      retired_at: optional(instant()),
    },
    indices: [['search'], ['ags']],
  },
  {
    name: 'contact',
    columns: {
      kind: line(10),
      salutation: line(10),
      title: optional(line(60)),
      given_names: optional(line(200)),
      family_name: line(200),
      name_search: line(200),
      name_sort: line(300),
      search: line(400),
      email: optional(line(254)),
      email_normalised: optional(line(254)),
      phone: optional(line(60)),
      language: preset(line(5), 'de'),
      salutation_override: optional(line(200)),
      group_key: optional(line(60)),
      land: optional(line(5)),
      ags: optional(line(8)),
      ags_on: optional(day()),
      source: optional(line(200)),
      checked_on: optional(day()),
      left_on: optional(day()),
      deceased_on: optional(day()),
      merged_into_id: optional(to('contact')),
      import_batch_id: optional(reference()),
      revision: preset(whole(), 0),
      created_at: instant(),
    },
    indices: [['email_normalised'], ['name_search'], ['name_sort', 'id'], ['search'], ['group_key', 'land'], ['land'], ['ags'], ['merged_into_id']],
    checks: {
      ck_contact__kind: "kind IN ('person','mailbox')",
      ck_contact__salutation: "salutation IN ('frau','herr','neutral','keine')",
    },
  },
  {
    name: 'contact_office',
    columns: {
      contact_id: to('contact'),
      organisation_id: optional(to('organisation')),
      organisation_text: optional(line(300)),
      office_address: optional(line(300)),
      office_salutation: optional(line(200)),
      ags: optional(line(8)),
      ags_on: optional(day()),
      land: optional(line(5)),
      protocol_rank: optional(whole()),
      position: preset(whole(), 0),
      valid_from: optional(line(10)),
      valid_until: optional(line(10)),
    },
    indices: [['contact_id', 'position'], ['organisation_id']],
  },
  {
    name: 'distribution_list',
    columns: {
      title: line(200),
      purpose: line(300),
      source: line(300),
      legal_basis: line(100),
      node_id: optional(to('node')),
      checked_on: optional(day()),
      archived_at: optional(instant()),
    },
    uniques: [['title']],
  },
  {
    name: 'list_entry',
    columns: {
      list_id: to('distribution_list'),
      contact_id: to('contact'),
      kind: line(10),
      added_at: instant(),
      source: optional(line(200)),
      left_at: optional(instant()),
    },
    uniques: [['list_id', 'contact_id']],
    indices: [['contact_id']],
    checks: {
      ck_list_entry__kind: "kind IN ('to','cc','notice')",
    },
  },
  {
    name: 'address_block',
    columns: {
      email_hash: line(64),
      reason: line(20),
      scope: line(10),
      soft_count: preset(whole(), 0),
      email: optional(line(254)),
      since: instant(),
      expires_at: optional(instant()),
      lifted_at: optional(instant()),
      lifted_by: optional(reference()),
    },
    uniques: [['email_hash', 'reason']],
    indices: [['expires_at']],
    checks: {
      ck_address_block__reason: "reason IN ('objection','bounce','complaint','manual')",
      ck_address_block__scope: "scope IN ('list','all')",
    },
  },
]

export class Contacts1764057600003 implements MigrationInterface {
  name = 'Contacts1764057600003'
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }
  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
