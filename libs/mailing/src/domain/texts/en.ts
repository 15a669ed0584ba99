import type { MailTexts } from '../mail-texts.js'

const ONLY_FOR_YOU = 'The link is for you alone, please do not pass it on.'

/** The English mails. */
export const mailTextsEn: MailTexts = {
  kinds: {
    confirm_request: {
      subject: 'Please confirm your registration: {title}',
      kicker: 'Confirm your registration',
      preheader: 'No place has been given yet. The link is valid until {confirmUntil}.',
      lead: [
        'A registration for the event “{title}” was entered with this address. Please confirm that it comes from you.',
        'No place has been given yet. We look at your registration once you have confirmed it.',
      ],
      button: { label: 'Confirm registration', link: 'confirm', required: true },
      after: [
        'The link is valid until {confirmUntil}. After that we delete what was entered.',
        'You did not register? Then there is nothing you need to do.',
      ],
      calendar: null,
    },
    already_registered: {
      subject: 'You are already registered: {title}',
      kicker: 'Registration exists',
      preheader: '{standing}',
      lead: [
        'Another registration for the event “{title}” was entered with this address. The existing one stays as it is.',
        '{standing}',
      ],
      button: { label: 'View my participation', link: 'manage', required: true },
      after: [`There you can change your details or cancel. ${ONLY_FOR_YOU}`],
      calendar: null,
    },
    place_confirmed: {
      subject: 'Place confirmed: {title}',
      kicker: 'Place confirmed',
      preheader: '{date}, {place}',
      lead: ['Your place at the event “{title}” is confirmed. We look forward to your participation.'],
      button: { label: 'View my participation', link: 'manage', required: true },
      after: [`There you can change your details or cancel. ${ONLY_FOR_YOU}`],
      calendar: 'The date for your calendar is attached.',
    },
    waiting: {
      subject: 'Waiting list: {title}',
      kicker: 'Waiting list',
      preheader: 'You are {position} on the waiting list.',
      lead: [
        'All places at the event “{title}” are taken at present. We have put your registration on the waiting list.',
        'You are {position} on the waiting list.',
        'If a place becomes free for you, we will write to this address.',
      ],
      button: { label: 'View my participation', link: 'manage', required: true },
      after: [`There you can see where you stand, or cancel. ${ONLY_FOR_YOU}`],
      calendar: null,
    },
    promoted: {
      subject: 'A place has become free: {title}',
      kicker: 'Moved up from the waiting list',
      preheader: 'Your place is now confirmed.',
      lead: [
        'A place at the event “{title}” has become free. You have moved up from the waiting list, and your place is now confirmed.',
        'If you can no longer take part, please cancel on your page. The place then goes to the next person.',
      ],
      button: { label: 'View my participation', link: 'manage', required: true },
      after: [`There you can change your details or cancel. ${ONLY_FOR_YOU}`],
      calendar: 'The date for your calendar is attached.',
    },
    withdrawn: {
      subject: 'Cancelled: {title}',
      kicker: 'Cancellation received',
      preheader: 'You are no longer registered.',
      lead: ['We have received your cancellation for the event “{title}”. You are no longer registered.'],
      button: { label: 'View my participation', link: 'manage', required: false },
      after: ['If you would like to take part after all, you can register again here: {registerLink}'],
      calendar: 'The cancellation of the date is attached. Your calendar removes the entry with it.',
    },
    refused: {
      subject: 'No place: {title}',
      kicker: 'About your registration',
      preheader: 'We cannot offer you a place.',
      lead: [
        'Thank you for registering for the event “{title}”. Unfortunately we cannot offer you a place.',
        '{reason}',
      ],
      button: { label: 'View my participation', link: 'manage', required: false },
      after: ['You will find the programme and the results on the page of the event: {pageUrl}'],
      calendar: 'The cancellation of the date is attached. Your calendar removes the entry with it.',
    },
  },
  standings: {
    unconfirmed: 'Your registration is not confirmed yet. The link for this was in an earlier mail.',
    requested: 'We have your registration. The place has not been decided yet.',
    waiting: 'You are on the waiting list.',
    confirmed: 'Your place is confirmed.',
  },
  labels: { time: 'Time', place: 'Place', online: 'Access', programme: 'Programme', question: 'Question' },
  noDate: 'The date has not been fixed yet.',
  noPlace: 'The place has not been fixed yet.',
  linkWrittenOut: 'If the button does not appear:',
  greeting: 'Kind regards',
  source: 'You receive this message because this address was given when registering for this event: {pageUrl}',
  privacy: 'Data protection',
  imprint: 'Legal notice',
  accessibility: 'Accessibility',
  calendarPage: 'Page of the event',
  calendarPersonal: 'Your personal page',
}
