import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '@app/platform'

const { big, createTables, dropTables, flag, instant, json, line, optional, preset, reference, sealed, to, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'account',
    columns: {
      email: line(254),
      email_normalised: line(254),
      name: line(200),
      password_hash: optional(line(255)),
      totp_sealed: optional(sealed()),
      state: line(12),
      language: preset(line(5), 'de'),
      failed: preset(whole(), 0),
      retry_at: optional(instant()),
      created_at: instant(),
      last_seen_at: optional(instant()),
    },
    uniques: [['email_normalised']],
    checks: {
      ck_account__state: "state IN ('invited','active','closed')",
    },
  },
  {
    name: 'session',
    columns: {
      account_id: to('account'),
      token_hash: line(64),
      created_at: instant(),
      last_seen_at: instant(),
      expires_at: instant(),
      revoked_at: optional(instant()),
      second_factor: preset(flag(), false),
    },
    uniques: [['token_hash']],
    indices: [['account_id']],
  },
  {
    name: 'node',
    columns: {
      parent_id: optional(to('node')),
      kind: line(10),
      path: line(255),
      created_at: instant(),
    },
    uniques: [['path']],
    checks: {
      ck_node__kind: "kind IN ('series','event')",
    },
  },
  {
    name: 'node_land',
    columns: {
      node_id: to('node'),
      land: line(5),
    },
    uniques: [['node_id', 'land']],
    indices: [['land']],
  },
  {
    name: 'role_grant',
    columns: {
      account_id: to('account'),
      role: line(20),
      node_id: optional(to('node')),
      land: optional(line(5)),
      expires_at: optional(instant()),
      granted_by: optional(to('account')),
      granted_at: instant(),
      revoked_at: optional(instant()),
    },
    indices: [['account_id'], ['node_id']],
    checks: {
      ck_role_grant__role: "role IN ('admin','organiser','editor','participants','needs','security','finance','checkin','reader')",
    },
  },
  {
    name: 'audit_entry',
    columns: {
      at: instant(),
      actor_kind: line(12),
      actor_id: optional(reference()),
      action: line(60),
      subject_kind: line(40),
      subject_id: reference(),
      node_id: optional(reference()),
      request_id: optional(reference()),
      change: optional(json()),
      salt: optional(line(32)),
      change_digest: line(64),
      chain_no: optional(big()),
      chain_hash: optional(line(64)),
    },
    uniques: [['chain_no']],
    indices: [['subject_id', 'at'], ['node_id', 'at'], ['at']],
    checks: {
      ck_audit_entry__actor_kind: "actor_kind IN ('account','participant','body','system','import')",
    },
  },
]

export class Staff1764057600002 implements MigrationInterface {
  name = 'Staff1764057600002'
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }
  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
