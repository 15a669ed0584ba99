import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '../table.js'

const { createTables, dropTables, flag, instant, json, line, optional, preset, reference, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'outbox',
    columns: {
      kind: line(60),
      subject_id: reference(),
      payload: json(),
      lane: preset(line(255), ''),
      node_id: optional(reference()),
      dedupe_key: optional(line(120)),
      state: line(12),
      attempts: preset(whole(), 0),
      run_after: instant(),
      lease_until: optional(instant()),
      lease_by: optional(line(60)),
      reason: optional(line(60)),
      created_at: instant(),
      settled_at: optional(instant()),
    },
    uniques: [['dedupe_key']],
    indices: [['state', 'run_after'], ['lane', 'state'], ['subject_id'], ['node_id', 'state']],
    checks: {
      ck_outbox__state: "state IN ('pending','running','done','withheld','failed')",
    },
  },
  {
    name: 'personal_link',
    columns: {
      purpose: line(20),
      selector: line(32),
      epoch: preset(whole(), 1),
      subject_id: reference(),
      expires_at: optional(instant()),
      revoked_at: optional(instant()),
      created_at: instant(),
    },
    uniques: [['selector']],
    indices: [['subject_id', 'purpose']],
    checks: {
      ck_personal_link__purpose: "purpose IN ('confirm','respond','manage','offer','nominate','unsubscribe','feed','files','checkin','undo','signin')",
    },
  },
  {
    name: 'idempotency_key',
    columns: {
      scope: line(60),
      key_hash: line(64),
      request_hash: line(64),
      status: optional(whole()),
      result_id: optional(reference()),
      created_at: instant(),
      expires_at: instant(),
    },
    uniques: [['scope', 'key_hash']],
    indices: [['expires_at']],
  },
  {
    name: 'file',
    columns: {
      sha256: line(64),
      bytes: whole(),
      media_type: line(100),
      name: line(255),
      path: line(255),
      sealed: preset(flag(), false),
      created_at: instant(),
      expires_at: optional(instant()),
    },
    indices: [['sha256'], ['expires_at']],
  },
  {
    name: 'installation',
    columns: {
      name: line(60),
      value: line(500),
      noted_at: instant(),
    },
    uniques: [['name']],
  },
  {
    name: 'term',
    columns: {
      list: line(40),
      key: line(60),
      label_de: line(200),
      label_en: optional(line(200)),
      rank: preset(whole(), 0),
      retired_at: optional(instant()),
    },
    uniques: [['list', 'key']],
  },
]

export class Platform1764057600001 implements MigrationInterface {
  name = 'Platform1764057600001'
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }
  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
