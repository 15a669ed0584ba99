import { maxLines } from './house.js'

/** A file that breaks a rule, and the sibling that looks like it but does not. */
export interface Plant {
  readonly breaks: string
  readonly path: string
  readonly text: string
  readonly allowed?: { readonly path: string; readonly text: string }
}

const participation = "import { ParticipationEntity } from '@app/participants'\n"
const ownParticipation = "import { ParticipationEntity } from './entities/index.js'\n"

/** At least one real violation for every rule, told apart by the beginning of the rule's name. */
export const plants: readonly Plant[] = [
  { breaks: 'keeps the line', path: 'libs/events/src/a.ts', text: "import { x } from '@app/participants'", allowed: { path: 'libs/events/src/b.ts', text: "import { x } from '@app/contacts'" } },
  { breaks: 'keeps the line', path: 'libs/contacts/src/a.ts', text: "export * from '@app/contacts'" },
  { breaks: 'keeps the line', path: 'libs/i18n/src/a.ts', text: "const x = await import('@app/ui')", allowed: { path: 'libs/ui/src/b.tsx', text: "import { x } from '@app/i18n'" } },
  { breaks: 'keeps the line', path: 'libs/mailing/src/a.ts', text: "import { x } from '@app/payments'", allowed: { path: 'libs/mailing/src/b.ts', text: "import { x } from '@app/workshops'" } },
  { breaks: 'keeps the line', path: 'libs/workshops/src/a.ts', text: "import type { x } from '@app/mailing'", allowed: { path: 'apps/worker/src/b.ts', text: "import { x } from '@app/mailing'" } },
  { breaks: 'keeps the line', path: 'apps/console/src/a.tsx', text: "import { x } from '@app/events'", allowed: { path: 'apps/console/src/b.tsx', text: "import { x } from '@app/contracts'" } },
  { breaks: 'enters a library', path: 'libs/events/src/a.ts', text: "import { x } from '@app/contacts/src/domain/names.js'", allowed: { path: 'libs/events/src/b.ts', text: "import { x } from './domain/agenda.js'" } },
  { breaks: 'enters a library', path: 'libs/events/src/a.ts', text: "import { x } from '../../contacts/src/index.js'" },
  { breaks: 'enters a library', path: 'libs/events/src/a.ts', text: "import { x } from '../../../apps/api/src/main.js'" },
  { breaks: 'enters a library', path: 'libs/events/src/a.ts', text: "import { x } from '../../../test/services/index.js'", allowed: { path: 'libs/events/src/b.spec.ts', text: "import { x } from '../../../test/services/index.js'" } },
  { breaks: 'lets no other app import', path: 'apps/api/src/a.ts', text: "import { x } from '../../console/src/api.js'", allowed: { path: 'apps/api/src/b.ts', text: "import { x } from '../../assembly.js'" } },
  { breaks: 'lets no other app import', path: 'apps/console/src/a.ts', text: "import { x } from '../../assembly.js'", allowed: { path: 'apps/console/src/b.ts', text: "import { x } from './parts/field.js'" } },
  { breaks: 'keeps contracts', path: 'libs/contracts/src/a.ts', text: "import { Injectable } from '@nestjs/common'", allowed: { path: 'libs/platform/src/b.ts', text: "import { Injectable } from '@nestjs/common'" } },
  { breaks: 'keeps contracts', path: 'libs/ui/src/a.tsx', text: "import { readFileSync } from 'node:fs'", allowed: { path: 'libs/ui/src/b.spec.tsx', text: "import { readFileSync } from 'node:fs'" } },
  { breaks: 'keeps domain folders', path: 'libs/events/src/domain/a.ts', text: "import type { Repository } from 'typeorm'", allowed: { path: 'libs/events/src/domain/b.ts', text: "import { DateTime } from 'luxon'" } },
  { breaks: 'keeps domain folders', path: 'libs/events/src/domain/a.ts', text: "import { readFile } from 'node:fs/promises'" },
  { breaks: 'keeps domain folders', path: 'libs/events/src/domain/a.ts', text: "import { EventEntity } from '../entities/event.entity.js'", allowed: { path: 'libs/events/src/domain/b.ts', text: "import type { EventEntity } from '../entities/event.entity.js'" } },
  { breaks: 'imports nodemailer', path: 'libs/staff/src/a.ts', text: "import { createTransport } from 'nodemailer'", allowed: { path: 'libs/mailing/src/b.ts', text: "import { createTransport } from 'nodemailer'" } },
  { breaks: 'imports bullmq', path: 'apps/worker/src/a.ts', text: "import { Worker } from 'bullmq'", allowed: { path: 'libs/platform/src/queue/b.ts', text: "import { Worker } from 'bullmq'" } },
  { breaks: 'uses Transactions', path: 'libs/staff/src/a.ts', text: "import { InjectRepository as Inject } from '@nestjs/typeorm'", allowed: { path: 'libs/staff/src/b.ts', text: '// @InjectRepository is not used' } },
  { breaks: 'decides in domain', path: 'libs/participants/src/domain/a.ts', text: 'export const x = Math.random()', allowed: { path: 'libs/participants/src/domain/b.ts', text: 'export const x = new Date(0) // not new Date()' } },
  { breaks: 'decides in domain', path: 'libs/participants/src/domain/a.ts', text: 'export const x = new Date' },
  { breaks: 'reads process.env', path: 'libs/mailing/src/a.ts', text: 'export const { PORT } = process.env', allowed: { path: 'libs/platform/src/config/b.ts', text: 'export const { PORT } = process.env' } },
  { breaks: 'asks the machine', path: 'libs/mailing/src/a.ts', text: 'export const x = new Date()', allowed: { path: 'libs/platform/src/clock.ts', text: 'export const x = new Date()' } },
  { breaks: 'asks the machine', path: 'apps/api/src/a.ts', text: 'export const x = Date.now()', allowed: { path: 'apps/api/src/b.spec.ts', text: 'export const x = Date.now()' } },
  { breaks: 'asks the machine', path: 'libs/events/src/a.ts', text: 'export const x = DateTime.utc()', allowed: { path: 'libs/events/src/b.ts', text: "export const x = [DateTime.utc(2026), 'Date.now()']" } },
  { breaks: 'lets only the relay', path: 'libs/participants/src/a.ts', text: 'await this.queue.add(id)', allowed: { path: 'libs/platform/src/outbox/b.ts', text: 'await this.queue.add(id)' } },
  { breaks: 'lets only the relay', path: 'apps/worker/src/a.ts', text: 'await mailQueue.addBulk(ids)', allowed: { path: 'apps/worker/src/b.ts', text: 'new Set().add(1)' } },
  { breaks: 'never synchronises', path: 'libs/platform/src/a.ts', text: 'export const x = { synchronize: true }', allowed: { path: 'libs/platform/src/b.ts', text: 'export const x = { synchronize: false }' } },
  { breaks: 'never synchronises', path: 'libs/platform/src/a.spec.ts', text: 'await source.synchronize()' },
  { breaks: 'keeps enums out', path: 'libs/events/src/a.entity.ts', text: 'enum State { a }', allowed: { path: 'libs/events/src/b.entity.ts', text: "type State = 'a'" } },
  { breaks: 'keeps enums out', path: 'libs/events/src/migrations/1-a.ts', text: "export const x = { type: 'enum' }", allowed: { path: 'libs/events/src/migrations/1-b.ts', text: "export const x = { type: 'varchar' }" } },
  { breaks: 'lets no column', path: 'libs/events/src/a.entity.ts', text: 'class A { @CreateDateColumn() at!: Date }', allowed: { path: 'libs/events/src/b.entity.ts', text: 'class A { @Column() at!: Date }' } },
  { breaks: 'says of every route', path: 'apps/api/src/a.ts', text: "@Controller('a') class A { @Get() @Header('x', 'y') list() {} }", allowed: { path: 'apps/api/src/b.ts', text: "@Controller('b') @AllowedFor('public') class B { @Get() list() {} }" } },
  { breaks: 'says of every route', path: 'apps/api/src/a.ts', text: "@Controller() class A { @Handles(operations.x) x() {}\n@Post('y') y() {} }", allowed: { path: 'apps/api/src/b.ts', text: "@Controller() class B { @Handles(operations.x) x() {}\n@Post('y') @AllowedFor('signed_in') y() {} }" } },
  { breaks: 'writes answer', path: 'libs/participants/src/a.ts', text: `${ownParticipation}await tx.update(ParticipationEntity, { id }, { place: 'confirmed' })`, allowed: { path: 'libs/participants/src/b.ts', text: `${ownParticipation}await tx.update(ParticipationEntity, { id, place: 'waiting' }, { land: 'DE-RP' })` } },
  { breaks: 'writes answer', path: 'apps/api/src/a.ts', text: `${participation}await tx.createQueryBuilder().update(ParticipationEntity).set({ answer }).execute()`, allowed: { path: 'apps/api/src/b.ts', text: `${participation}await tx.find(ParticipationEntity, { where: { answer } })` } },
  { breaks: 'writes answer', path: 'libs/workshops/src/a.ts', text: `${participation}row.place = 'none'`, allowed: { path: 'libs/workshops/src/b.ts', text: "venue.place = 'Mainz'" } },
  { breaks: 'writes answer', path: 'libs/workshops/src/a.ts', text: "await tx.query(`UPDATE participation SET revision = revision + 1, place = 'none' WHERE id = ?`)", allowed: { path: 'libs/workshops/src/b.ts', text: 'await tx.query(`UPDATE participation SET land = ? WHERE place = ?`)' } },
  { breaks: 'writes answer', path: 'libs/workshops/src/a.ts', text: "theirParticipation.answer = 'withdrawn'" },
  { breaks: 'has no drawers', path: 'libs/events/src/helpers/a.ts', text: '', allowed: { path: 'libs/events/src/sharing/b.ts', text: '' } },
  { breaks: 'has no drawers', path: 'libs/events/src/utils.ts', text: '' },
  { breaks: 'cuts a file', path: 'libs/events/src/a.ts', text: 'x\n'.repeat(maxLines + 1), allowed: { path: 'libs/events/src/b.ts', text: 'x\n'.repeat(maxLines) } },
  { breaks: 'names files', path: 'libs/events/src/eventService.ts', text: '', allowed: { path: 'libs/events/src/event-b.service.ts', text: '' } },
]
