import type { audit as german } from '../de/audit.js'

export const audit: typeof german = {
  file: 'log',
  columns: ['Time (UTC)', 'By', 'Name', 'Action', 'Subject', 'Name of the subject', 'Event', 'Content', 'Id'],
  actors: { account: 'Staff', participant: 'Participant', body: 'Nominating body', system: 'Program', import: 'Import' },
  kinds: {
    event: 'Event', series: 'Series', node: 'Series or event', participation: 'Participation', account: 'Access', organisation: 'Organisation', notice: 'Legal text', format: 'Format',
    outbox: 'E-mail', keys: 'Keys', retention: 'Deletion run', audit: 'Log', contact: 'Contact', host: 'Host', barrier_report: 'Reported barrier',
  },
  actions: {
    'barrier.report': 'barrier reported', 'barrier.close': 'report of a barrier closed', 'host.create': 'set up as a host', 'host.update': 'texts of the host changed', 'account.create': 'access created', 'account.link': 'sign-in link made', 'account.password': 'password chosen', 'account.sign_in': 'signed in to the console', 'account.prove': 'proved again who they are', 'account.close': 'access closed', 'account.language': 'language of e-mails chosen', 'account.bind': 'bound to the sign-in service', 'account.unbind': 'unbound from the sign-in service', 'session.end': 'sessions ended',
    'factor.add': 'second factor set up', 'factor.remove': 'second factor removed', 'factor.give': 'second factor given', 'factor.codes': 'new recovery codes', 'factor.reset': 'second factors reset',
    'account.invite': 'invited', 'role.give': 'role given', 'role.revoke': 'role revoked', 'audit.export': 'log exported', 'audit.cut': 'log cut',
    'consent.revoke': 'consent withdrawn', 'event.capacity': 'places changed', 'event.change': 'event changed', 'event.create': 'event created',
    'event.save_the_date': 'date announced', 'event.publish': 'published', 'event.close': 'registration closed', 'event.questions': 'questions of the registration changed', 'format.questions': 'questions of the format changed', 'participation.answer': 'answers changed', 'reading.needs': 'list of support read', 'reading.needs_csv': 'list of support exported (CSV)', 'reading.answers': 'answers and support of a person read', 'reading.file': 'file opened', 'event.reopen': 'registration reopened', 'event.start': 'begun',
    'event.finish': 'ended', 'event.account': 'accounted for', 'event.cancel': 'event cancelled', 'format.create': 'format created', 'mail.again': 'e-mail sent again',
    'event.record': 'recorded afterwards', 'contribution.add': 'part recorded', 'document.add': 'document recorded', 'funding.add': 'funding recorded', 'result.add': 'result recorded', 'node.roles': 'parties changed', 'notice.save': 'legal text saved', 'organisation.create': 'organisation created', 'organisation.update': 'organisation changed',
    'series.create': 'series created', 'series.change': 'series changed', 'participation.register': 'registered', 'participation.note': 'noted', 'participation.accept': 'accepted',
    'participation.confirm': 'place given', 'participation.wait': 'put on the waiting list', 'participation.refuse': 'refused', 'participation.promote': 'moved up',
    'participation.withdraw': 'withdrawn', 'participation.decline': 'declined', 'participation.edit': 'data changed', 'participation.correct': 'data corrected',
    'keys.reseal': 'sealed with a new key', 'participation.expire': 'not confirmed, deleted', 'retention.delete': 'deleted when its time was up',
    'participation.anonymise': 'data erased', 'participation.keep_proof': 'reduced to the proof', 'person.export': 'information given', 'person.erase': 'erasure carried out',
    'attendance.export_csv': 'attendance list exported (CSV)', 'attendance.export_xlsx': 'attendance list exported (XLSX)',
  },
}
