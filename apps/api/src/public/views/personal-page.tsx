import { addresses, type PublicEvent } from '@app/contracts'
import { dayOfInstant, formatDay, formatDayMonth, words } from '@app/i18n'
import { ButtonLink, ErrorSummary, StandingGlyph, StateGlyph, SubmitButton } from '@app/ui'
import { Fragment } from 'react'
import { EventName } from './event-aside.js'
import { EventDate } from './event-date.js'
import { dateSentence, dateShort, dayLines, eventTitle, venueLine } from './event-words.js'
import { Section } from './event-page.js'
import { EASY_LANGUAGE, Layout } from './layout.js'
import { OneButtonForm } from './message-page.js'
import { BodyFields, ReachFields, SalutationFields, type PersonForm } from './person-fields.js'
import { PersonalAnswers } from './personal-answers.js'
import { answerFields } from './question-fields.js'
import { EDIT_FIELDS, FORM_TOKEN_FIELD, type FormValues, type PageFrame, type PersonalParticipation, type PersonalProps } from './view-models.js'

/** One's own page, reached by the link in every mail: state, event, access, data, withdrawal. */
export function PersonalPage(props: PersonalProps) {
  const { frame, event, hasPage, participation, formToken, consentToken, asks, values, errors, saved } = props
  const { language, hosts } = frame
  const { personal: say, fields, event: eventSay } = words(language)
  const me = participation
  const form: PersonForm = { language, values: values ?? valuesOf(me), errors }
  const isComing = me.standing === 'confirmed' || me.standing === 'door'
  const hasEnded = me.standing === 'withdrawn' || me.standing === 'declined' || me.standing === 'refused'
  const isOff = event.state === 'cancelled'
  const heading = isOff ? say.eventCancelled : say.headings[me.standing]
  const days = dayLines(language, event)
  return (
    <Layout frame={frame} title={`${saved ? say.saved : heading} ${eventTitle(language, event)}`} hasErrors={errors.length > 0} isPrivate>
      <div className="hero me-hero">
        <div className="wrap">
          <p className="kick">{me.name} · <EventName frame={frame} event={event} hasPage={hasPage} /></p>
          <h1 className="h1--m">{heading}</h1>
          {isOff ? <p className="me-x"><StateGlyph icon="declined" tone="bad" tag word={eventSay.cancelled} /> {hasEnded ? null : say.eventCancelledText}</p> : <p className="me-x">
            <StandingGlyph standing={me.standing} position={me.waitingPosition} language={language} tag />{' '}
            {say.texts[me.standing]}
            {me.reason && me.standing === 'refused' ? ` ${say.reason(me.reason)}` : null}
          </p>}
          {hasEnded || isOff ? null : <Path frame={frame} event={event} me={me} />}
        </div>
      </div>
      <div className="wrap me">
        {saved ? <p className="note">{say.saved}</p> : null}
        <ErrorSummary title={fields.summary(errors.length)} problems={errors} fields={[...EDIT_FIELDS, ...answerFields(asks)]} />
        <Section title={say.dateAndPlace}>
          <p>
            <EventDate frame={frame} event={event}>
              {(days.length ? days : [dateSentence(language, event)]).map((line, i) => <Fragment key={line}>{i === 0 ? null : <br />}<span className="b">{line}</span></Fragment>)}
            </EventDate>
          </p>
          {venueLine(event) ? <p>{venueLine(event)}</p> : null}
          <div className="acts">
            {event.easyLanguage === null ? null : <a href={hasPage ? addresses.eventEasy(language, event.slug) : addresses.personalEasy(me.token)} hrefLang={EASY_LANGUAGE}>{eventSay.easy}</a>}
            {me.hasCalendar ? <a href={addresses.calendar(me.token)}>{say.downloadCalendar}</a> : null}
            {hasPage ? <a href={addresses.event(language, event.slug)}>{say.programme}</a> : null}
          </div>
        </Section>
        {event.mode === 'in_person' || hasEnded || isOff ? null : (
          <Section title={say.access}>
            {isComing && me.onlineUrl ? (
              <>
                <p>{say.accessText}</p>
                <p className="url"><a href={me.onlineUrl} rel="noreferrer">{me.onlineUrl}</a></p>
              </>
            ) : <p>{say.accessLater}</p>}
          </Section>
        )}
        <Section title={say.yourData}>
          <dl className="roles">
            <div><dt>{say.name}</dt><dd>{[me.title, me.name].filter((part) => part).join(' ')}<small>{say.nameHint}</small></dd></div>
            <div><dt>{say.email}</dt><dd>{me.email}</dd></div>
          </dl>
          {me.mayChange ? (
            <form className="edit" action={addresses.manage(me.token)} method="post" noValidate>
              <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
              <SalutationFields form={form} />
              <BodyFields form={form} groups={event.groups} />
              <ReachFields form={form} />
              <SubmitButton kind="secondary">{say.save}</SubmitButton>
            </form>
          ) : <p className="hint">{say.changesClosed}{hosts.length === 0 ? null : <> {say.changesAsk} <HostNames frame={frame} />.</>}</p>}
        </Section>
        <PersonalAnswers {...props} />
        {me.mayWithdraw ? (
          <Section title={say.unable}>
            <p>{say.unableText}</p>
            <div className="acts"><ButtonLink kind="secondary" href={addresses.withdraw(me.token)}>{say.withdraw}</ButtonLink></div>
          </Section>
        ) : null}
        <Consents frame={frame} event={event} me={me} formToken={consentToken} />
        <Section title={say.dataTitle}>
          <p>{say.dataText}{me.deletedOn ? ` ${say.deletedOn(formatDay(language, me.deletedOn))}` : ''}</p>
        </Section>
      </div>
    </Layout>
  )
}

/** Who decides what becomes of the data, each with the page that says how they are reached. */
function HostNames({ frame: { hosts, language } }: { frame: PageFrame }) {
  return hosts.map(({ slug, name }, i) => <Fragment key={slug}>{i === 0 ? null : ', '}<a href={addresses.legal(language, slug, 'imprint')}>{name}</a></Fragment>)
}

/** The way of one participation on the line: registered, its present state, the event itself. */
function Path({ frame, event, me }: { frame: PageFrame; event: PublicEvent; me: PersonalParticipation }) {
  const { language } = frame
  const { personal: say, vocabulary, places } = words(language)
  const day = (instant: string) => formatDayMonth(language, dayOfInstant(instant, event.timeZone))
  const word = vocabulary.standings[me.standing]
  const present = me.waitingPosition !== null && me.standing === 'waiting' ? places.waitingAt(word, me.waitingPosition) : word
  const goal = event.venue ? say.stepAt(event.venue.city) : event.mode === 'online' ? say.stepOnline : say.stepEvent
  return (
    <ol className="path">
      <li className="is-done"><b>{say.stepRegistered}</b> {day(me.registeredAt)}</li>
      <li className="is-now" aria-current="step"><b>{present.charAt(0).toUpperCase() + present.slice(1)}</b> {me.placeAt ? day(me.placeAt) : ''}</li>
      <li className="is-later"><b>{goal}</b> {dateShort(language, event)}</li>
    </ol>
  )
}

/** What was consented to in the words that were shown then, each with the way to take it back. */
function Consents({ frame, event, me, formToken }: { frame: PageFrame; event: PublicEvent; me: PersonalParticipation; formToken: string }) {
  const { language } = frame
  const say = words(language).personal
  const day = (instant: string) => formatDay(language, dayOfInstant(instant, event.timeZone))
  if (me.consents.length === 0) return null
  return (
    <Section title={say.consentsGiven}>
      {me.consents.map((one) => (
        <div className="consent" key={one.id}>
          <p>{one.text}</p>
          <p className="hint">{one.revokedAt === null ? say.consentGivenOn(day(one.givenAt)) : say.consentRevokedOn(day(one.revokedAt))}</p>
          {one.revokedAt === null ? (
            <OneButtonForm action={addresses.revokeConsent(me.token)} hidden={{ [FORM_TOKEN_FIELD]: formToken, consent: one.id }}>
              <SubmitButton kind="secondary">{say.revoke}</SubmitButton>
            </OneButtonForm>
          ) : null}
        </div>
      ))}
    </Section>
  )
}

function valuesOf(me: PersonalParticipation): FormValues {
  return {
    salutation: me.salutation ?? '', title: me.title ?? '', organisation: me.organisation ?? '', office: me.office ?? '', land: me.land ?? '',
    group: me.group ?? '', phone: me.phone ?? '', language: me.language,
  }
}
