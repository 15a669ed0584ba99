import { Module } from '@nestjs/common'
import { StaffModule } from '@app/staff'
import { Organisations } from './organisations.js'
import { ContactsRetention } from './retention/contacts-retention.js'

@Module({ imports: [StaffModule], providers: [ContactsRetention, Organisations], exports: [ContactsRetention, Organisations] })
export class ContactsModule {}
