import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '@app/platform'

const { createTables, dropTables, instant, line, optional, preset, reference, to, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'message',
    columns: {
      outbox_id: reference(),
      campaign_id: optional(reference()),
      kind: line(60),
      event_id: optional(reference()),
      participation_id: optional(reference()),
      contact_id: optional(reference()),
      template_id: optional(reference()),
      calendar_entry_id: optional(reference()),
      method: optional(line(10)),
      sequence: optional(whole()),
      email: optional(line(254)),
      domain: line(255),
      language: line(5),
      subject: line(300),
      message_id: line(200),
      verp: line(40),
      fate: line(12),
      sent_at: optional(instant()),
      smtp_reply: optional(line(300)),
      fate_at: optional(instant()),
    },
    uniques: [['outbox_id'], ['message_id'], ['verp']],
    indices: [['participation_id'], ['contact_id'], ['event_id', 'sent_at'], ['campaign_id', 'fate']],
    checks: {
      ck_message__fate: "fate IN ('sending','sent','refused','bounced','delayed')",
    },
  },
  {
    name: 'calendar_entry',
    columns: {
      participation_id: to('participation'),
      item_key: reference(),
      uid: line(100),
      sequence: preset(whole(), 0),
      status: line(10),
      fingerprint: line(64),
      told_at: optional(instant()),
      reply_sequence: optional(whole()),
      reply_stamp: optional(instant()),
      partstat: optional(line(15)),
    },
    uniques: [['uid'], ['participation_id', 'item_key']],
    checks: {
      ck_calendar_entry__status: "status IN ('tentative','confirmed','cancelled') AND sequence >= 0",
    },
  },
]

export class Mailing1764057600006 implements MigrationInterface {
  name = 'Mailing1764057600006'
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }
  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
