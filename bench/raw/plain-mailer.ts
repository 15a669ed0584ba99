import type { KeyObject } from 'node:crypto'
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod } from 'ical-generator'
import { createTransport } from 'nodemailer'
import type { ComposedMail } from '../../libs/mailing/src/compose/index.js'

/** nodemailer and ical-generator as people use them: a pool of five, the key of DKIM as PEM, a calendar from nothing for each mail. */
export class PlainMailer {
  private readonly transport

  constructor(smtpUrl: string, dkim: { domain: string; selector: string; key: KeyObject }) {
    const privateKey = dkim.key.export({ type: 'pkcs8', format: 'pem' }).toString()
    this.transport = createTransport({ pool: true, maxConnections: 5, url: smtpUrl, dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey } } as object)
  }

  /** @param mail whose words and addresses it sends; the calendar is built anew from `event` */
  async send(mail: ComposedMail, event: { title: string; place: string; start: Date; end: Date }): Promise<void> {
    const { from, to, replyTo, subject, messageId, envelope, headers, text, html } = mail
    const calendar = ical({ method: ICalCalendarMethod.REQUEST, prodId: '//Dialogwerk//Dialogwerk//DE', timezone: 'Europe/Berlin' })
    const entry = calendar.createEvent({
      id: messageId, start: event.start, end: event.end, summary: event.title, location: event.place, description: text, organizer: { name: from.name, email: from.address },
    })
    entry.createAttendee({ email: to.address, name: to.name, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false })
    await this.transport.sendMail({ from, to, replyTo, subject, messageId, envelope, headers, text, html, icalEvent: { method: 'REQUEST', filename: 'invite.ics', content: calendar.toString() } })
  }

  close(): void {
    this.transport.close()
  }
}
