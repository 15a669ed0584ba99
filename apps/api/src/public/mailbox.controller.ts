import { createElement } from 'react'
import { Controller, Get, Header, Inject, Param, Req, StreamableFile } from '@nestjs/common'
import type { Request } from 'express'
import { showEmail } from '@app/contacts'
import { addresses } from '@app/contracts'
import { StoredMails } from '@app/mailing'
import { CONFIG, type Config, Problem } from '@app/platform'
import { AllowedFor } from '../http/operation.js'
import { PageFrames } from './page-frames.js'
import { MailPage, MailboxPage, renderPage } from './views/index.js'

const ZONE = 'Europe/Berlin'
const LOOPBACK_ADDRESS = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/
const LOOPBACK_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The built-in mailbox of the embedded mode. It shows everybody's mail, so it exists on this machine only: 404 unless the socket,
 * the Host header and PUBLIC_URL are loopback and nothing says that a proxy stands between.
 */
@Controller('postfach')
@AllowedFor('public')
export class MailboxController {
  constructor(@Inject(CONFIG) private readonly config: Config, private readonly mails: StoredMails, private readonly frames: PageFrames) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list(@Req() request: Request): Promise<string> {
    this.assertThisMachine(request)
    const mails = (await this.mails.list()).map(({ name, to, subject, sentAt, method }) => ({
      href: `${addresses.mailbox()}/${name}`, to: showEmail(to), subject, sentAt: sentAt.toISOString(), hasCalendar: method !== null,
    }))
    return renderPage(createElement(MailboxPage, { frame: await this.frames.of('de', null), timeZone: ZONE, mails }))
  }

  @Get(':name')
  @Header('cache-control', 'no-store')
  async read(@Req() request: Request, @Param('name') name: string): Promise<string> {
    const mail = await this.find(request, name)
    return renderPage(
      createElement(MailPage, {
        frame: await this.frames.of('de', null),
        timeZone: ZONE,
        mailboxPath: addresses.mailbox(),
        mail: {
          from: mail.from, to: showEmail(mail.to), subject: mail.subject, sentAt: mail.sentAt.toISOString(), text: mail.text, html: null,
          calendar: mail.calendar, attachments: [], fileHref: `${addresses.mailbox()}/${name}/datei`,
        },
      }),
    )
  }

  @Get(':name/datei')
  async file(@Req() request: Request, @Param('name') name: string): Promise<StreamableFile> {
    const { raw } = await this.find(request, name)
    return new StreamableFile(Buffer.from(raw), { type: 'message/rfc822', disposition: `attachment; filename="${name}"` })
  }

  private async find(request: Request, name: string) {
    this.assertThisMachine(request)
    const mail = await this.mails.read(name)
    if (!mail) throw new Problem('not_found')
    return mail
  }

  private assertThisMachine(request: Request): void {
    const isHere =
      this.config.mode === 'embedded' &&
      LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') &&
      LOOPBACK_NAME.test(hostOf(`http://${request.headers.host ?? ''}`)) &&
      LOOPBACK_NAME.test(hostOf(this.config.publicUrl)) &&
      !Object.keys(request.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'via')
    if (!isHere) throw new Problem('not_found')
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
