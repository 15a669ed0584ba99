import { Module } from '@nestjs/common'
import { StaffModule } from '@app/staff'
import { Organisations } from './organisations.js'

@Module({ imports: [StaffModule], providers: [Organisations], exports: [Organisations] })
export class ContactsModule {}
