import { AddressBlockEntity } from './address-block.entity.js'
import { ContactEntity } from './contact.entity.js'
import { ContactOfficeEntity } from './contact-office.entity.js'
import { DistributionListEntity } from './distribution-list.entity.js'
import { ListEntryEntity } from './list-entry.entity.js'
import { MunicipalityEntity } from './municipality.entity.js'
import { OrganisationEntity } from './organisation.entity.js'

export {
  AddressBlockEntity,
  ContactEntity,
  ContactOfficeEntity,
  DistributionListEntity,
  ListEntryEntity,
  MunicipalityEntity,
  OrganisationEntity,
}

/** The tables of this library, listed for the data source. */
export const contactsEntities = [
  AddressBlockEntity,
  ContactEntity,
  ContactOfficeEntity,
  DistributionListEntity,
  ListEntryEntity,
  MunicipalityEntity,
  OrganisationEntity,
]
