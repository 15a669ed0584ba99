import { type Server, type Socket, createServer } from 'node:net'

const END = '\r\n.\r\n'

/** A mail server that takes everything and keeps nothing but counts (RFC 5321, as much of it as a sender needs). */
export class MailSink {
  readonly server: Server = createServer({ noDelay: true }, (socket) => serve(socket, (mail) => this.note(mail), (answer) => this.later(answer)))
  /** Milliseconds until each answer, as of a server that is far away. */
  latency = 0
  private mails = 0
  private calendars = 0
  private readonly ids = new Set<string>()

  /** Counts since the last time; `different` are mails with a Message-ID of their own. */
  take(): { mails: number; different: number; calendars: number } {
    const taken = { mails: this.mails, different: this.ids.size, calendars: this.calendars }
    this.mails = this.calendars = 0
    this.ids.clear()
    return taken
  }

  private later(answer: () => void): void {
    if (this.latency === 0) answer()
    else setTimeout(answer, this.latency)
  }

  private note(mail: string): void {
    this.mails += 1
    if (/^Content-Type: text\/calendar/m.test(mail)) this.calendars += 1
    const id = /^Message-ID: (\S+)/im.exec(mail)?.[1]
    if (id) this.ids.add(id)
  }
}

/** One connection: commands line by line, then the mail up to its dot. */
function serve(socket: Socket, note: (mail: string) => void, later: (answer: () => void) => void): void {
  let waiting = ''
  let inMail = false
  const say = (line: string) => later(() => socket.write(`${line}\r\n`))
  socket.setEncoding('latin1')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: string) => {
    // Only what is new, and what may have been cut, is searched for the end.
    const searchFrom = Math.max(0, waiting.length - END.length)
    waiting += chunk
    for (let from = inMail ? searchFrom : 0; ; from = 0) {
      const end = inMail ? waiting.indexOf(END, from) : waiting.indexOf('\r\n')
      if (end < 0) return
      const text = waiting.slice(0, end)
      waiting = waiting.slice(end + (inMail ? END.length : 2))
      if (inMail) {
        note(text)
        inMail = false
        say('250 taken')
      } else inMail = answer(text, say, socket)
    }
  })
  say('220 sink')
}

/** Answers one command. @returns whether a mail follows */
function answer(command: string, say: (line: string) => void, socket: Socket): boolean {
  switch (command.slice(0, 4).toUpperCase()) {
    case 'EHLO':
      say('250-sink\r\n250-8BITMIME\r\n250 PIPELINING')
      return false
    case 'DATA':
      say('354 go on')
      return true
    case 'QUIT':
      socket.end('221 bye\r\n')
      return false
    default:
      say('250 ok')
      return false
  }
}
