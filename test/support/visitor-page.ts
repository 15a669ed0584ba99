/** A page as someone without JavaScript has it: text, links and forms, read from the HTML alone. */
export class VisitorPage {
  constructor(
    /** Address after redirects. */
    readonly url: string,
    readonly status: number,
    readonly headers: Headers,
    readonly html: string,
    /** Statuses on the way here, this one last: `[303, 200]` after a form. */
    readonly statuses: readonly number[],
  ) {}

  get title(): string {
    return textOf(/<title>([\s\S]*?)<\/title>/.exec(this.html)?.[1] ?? '')
  }

  get heading(): string {
    return textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(this.html)?.[1] ?? '')
  }

  get language(): string | undefined {
    return attributesOf(/<html[^>]*>/.exec(this.html)?.[0] ?? '').lang
  }

  /** What the page says, blanks folded. */
  get text(): string {
    return textOf(/<body[^>]*>([\s\S]*)<\/body>/.exec(this.html)?.[1] ?? this.html)
  }

  get links(): { href: string; text: string }[] {
    return [...this.html.matchAll(/(<a\b[^>]*>)([\s\S]*?)<\/a>/g)].flatMap(([, tag = '', inner = '']) => {
      const { href } = attributesOf(tag)
      return href === undefined ? [] : [{ href: new URL(href, this.url).href, text: textOf(inner) }]
    })
  }

  /** Address of the first link whose words match. @throws Error with all links of the page */
  link(words: RegExp): string {
    const found = this.links.find(({ text }) => words.test(text))
    if (!found) throw new Error(`No link ${words} on ${this.url}; links: ${this.links.map(({ text }) => text).join(' | ')}`)
    return found.href
  }

  get forms(): VisitorForm[] {
    return [...this.html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => new VisitorForm(attributesOf(tag), inner, this.url))
  }

  /** The form with such a button. @throws Error with all buttons when there is none */
  formWith(button: RegExp): VisitorForm {
    const found = this.forms.find(({ buttons }) => buttons.some((words) => button.test(words)))
    if (!found) throw new Error(`No button ${button} on ${this.url}; buttons: ${this.forms.flatMap(({ buttons }) => buttons).join(' | ')}`)
    return found
  }

  /** The page's only form. @throws Error when there is another number of them */
  get form(): VisitorForm {
    const { forms } = this
    if (forms.length !== 1) throw new Error(`${forms.length} forms on ${this.url} (${this.status}): ${this.text.slice(0, 500)}`)
    return forms[0]!
  }
}

interface Field {
  readonly name: string
  /** Values a person can choose; null for free text. */
  readonly choices: readonly string[] | null
  readonly value: readonly string[]
  readonly label: string | undefined
}

/** What one can fill in on a page, with what stands there already. */
export class VisitorForm {
  readonly action: string
  readonly method: string
  readonly fields: readonly Field[]
  readonly buttons: readonly string[]

  constructor(attributes: Record<string, string>, html: string, base: string) {
    this.action = new URL(attributes.action ?? '', base).href
    this.method = (attributes.method ?? 'get').toUpperCase()
    this.fields = fieldsOf(html)
    this.buttons = [...html.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)].map(([, inner = '']) => textOf(inner))
  }

  /**
   * The body that a browser would send.
   * @throws Error for a field that the form does not have or a choice that it does not offer
   */
  filled(values: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
    const body = new URLSearchParams()
    for (const name of Object.keys(values)) {
      if (!this.fields.some((field) => field.name === name)) throw new Error(`No field ${name}; fields: ${this.fields.map((field) => field.name).join(', ')}`)
    }
    for (const field of this.fields) {
      const given = values[field.name]
      const chosen = given === undefined ? field.value : [given].flat()
      for (const value of chosen) {
        if (given !== undefined && field.choices && !field.choices.includes(value)) throw new Error(`${field.name} does not offer ${value}; choices: ${field.choices.join(', ')}`)
        body.append(field.name, value)
      }
    }
    return body
  }
}

function fieldsOf(html: string): Field[] {
  const fields: Field[] = []
  const add = (field: Field) => {
    const before = fields.find(({ name }) => name === field.name)
    // Radio buttons and boxes of one name are one question.
    if (!before) fields.push(field)
    else fields[fields.indexOf(before)] = { ...before, choices: [...(before.choices ?? []), ...(field.choices ?? [])], value: [...before.value, ...field.value] }
  }
  const labels = new Map([...html.matchAll(/<label\b[^>]*\bfor="([^"]*)"[^>]*>([\s\S]*?)<\/label>/g)].map(([, id = '', inner = '']) => [id, textOf(inner)]))
  const pattern = /<input\b[^>]*>|<select\b[^>]*>[\s\S]*?<\/select>|<textarea\b[^>]*>[\s\S]*?<\/textarea>/g
  for (const [element] of html.matchAll(pattern)) {
    const attributes = attributesOf(/^<[^>]*>/.exec(element)![0])
    const { name, type = 'text', value = '' } = attributes
    if (name === undefined) continue
    const label = labels.get(attributes.id ?? '')
    if (element.startsWith('<select')) {
      const options = [...element.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attributesOf(tag))
      const selected = options.find((option) => 'selected' in option) ?? options[0]
      add({ name, label, choices: options.map((option) => option.value ?? ''), value: [selected?.value ?? ''] })
    } else if (element.startsWith('<textarea')) {
      add({ name, label, choices: null, value: [decoded(/>([\s\S]*)<\/textarea>$/.exec(element)?.[1] ?? '')] })
    } else if (type === 'radio' || type === 'checkbox') {
      add({ name, label, choices: [value], value: 'checked' in attributes ? [value] : [] })
    } else if (type !== 'submit') {
      add({ name, label, choices: null, value: [value] })
    }
  }
  return fields
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries([...tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), decoded(value)]))
}

function textOf(html: string): string {
  return decoded(html.replace(/<(svg|script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ').trim()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' }

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name ?? ''] ?? whole))
}
