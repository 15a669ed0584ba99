import type { vocabulary as german } from '../de/vocabulary.js'

const lands = {
  'DE-SH': 'Schleswig-Holstein', 'DE-HH': 'Hamburg', 'DE-NI': 'Lower Saxony', 'DE-HB': 'Bremen', 'DE-NW': 'North Rhine-Westphalia',
  'DE-HE': 'Hesse', 'DE-RP': 'Rhineland-Palatinate', 'DE-BW': 'Baden-Württemberg', 'DE-BY': 'Bavaria', 'DE-SL': 'Saarland', 'DE-BE': 'Berlin',
  'DE-BB': 'Brandenburg', 'DE-MV': 'Mecklenburg-Western Pomerania', 'DE-SN': 'Saxony', 'DE-ST': 'Saxony-Anhalt', 'DE-TH': 'Thuringia',
}

export const vocabulary: typeof german = {
  languages: { de: 'German', en: 'English' },
  lands,
  groups: {
    kommune: 'Municipality', landkreis: 'County', land: 'Land', bund: 'Federal government', zivilgesellschaft: 'Civil society',
    migrantenorganisation: 'Migrant organisation', kirche_religion: 'Church, religious community', stiftung: 'Foundation',
    wissenschaft: 'Research', traeger_kurs: 'Course provider', jobcenter_arbeitsagentur: 'Job centre, employment agency',
    wirtschaft_kammer: 'Business, chamber', presse: 'Press', buergerschaft: 'Citizens',
  },
  salutations: { frau: 'Ms', herr: 'Mr', neutral: 'Neutral: “Dear First name Last name”', keine: 'Prefer not to say' },
  eventStates: {
    idea: 'idea', planned: 'being planned', save_the_date: 'save the date', inviting: 'registration is open', closed: 'registration is closed',
    running: 'under way', done: 'has taken place', accounted: 'accounted for', cancelled: 'cancelled',
  },
  eventModes: { in_person: 'on site', online: 'online', hybrid: 'on site and online' },
  admissions: { open: 'open', approval: 'decided by the organising team', invited: 'by invitation', nominated: 'by nomination' },
  visibilities: { public: 'public', invited: 'invited people only' },
  datePrecisions: { unknown: 'date unknown', year: 'only the year is known', month: 'only the month is known', day: 'day known' },
  answers: {
    noted: 'noted', invited: 'invited', unconfirmed: 'e-mail address not confirmed', accepted: 'accepted', declined: 'declined',
    represented: 'represented', withdrawn: 'withdrawn',
  },
  places: {
    none: 'no place', requested: 'place pending', waiting: 'waiting list', offered: 'place offered', confirmed: 'place confirmed',
    refused: 'no place given', door: 'admitted at the door',
  },
  origins: {
    invited: 'invited', open: 'registered themselves', nominated: 'nominated', group: 'group registration', substitute: 'substitute',
    staff: 'entered by the organising team', import: 'imported', door: 'admitted at the door',
  },
  standings: {
    noted: 'noted', invited: 'no answer yet', unconfirmed: 'address not confirmed', requested: 'place pending', waiting: 'waiting list',
    offered: 'place offered', confirmed: 'place confirmed', refused: 'no place', door: 'admitted at the door', declined: 'declined',
    represented: 'represented', withdrawn: 'withdrawn',
  },
  organisationRoles: {
    veranstalter: 'Hosted by', mitveranstalter: 'Jointly hosted by', schirmherrschaft: 'Patronage', kooperation: 'In cooperation with',
    koordination: 'Coordination', projekttraeger: 'Project lead', durchfuehrung: 'Delivery', fachliche_begleitung: 'Expert support',
    foerderer: 'Funding',
  },
  agendaKinds: {
    arrival: 'Arrival', grusswort: 'Welcome address', keynote: 'Keynote', talk: 'Talk', podium: 'Panel', workshop_round: 'Workshop round',
    workshop: 'Workshop', break: 'Break', meal: 'Meal', plenum: 'Plenary', signing: 'Signing', closing: 'Closing words', other: 'Programme item',
  },
  formats: {
    zukunftsdialog: 'Future dialogue', werkstattgespraech: 'Working session', netzwerktreffen: 'Network meeting', konferenz: 'Conference',
    abschlusskonferenz: 'Closing conference', workshop: 'Workshop', webinar: 'Webinar', buergerdialog: 'Citizens’ dialogue',
  },
  consents: {
    photo: 'I agree that photos of the event in which I can be seen are published.',
    contact_later: 'I would like to be told about further events of these hosts.',
  },
  consentNames: { photo: 'photos', contact_later: 'further invitations' },
  placeCauses: {
    confirmed: 'place confirmed', waiting: 'put on the waiting list', requested: 'registration received', promoted: 'moved up from the waiting list',
    withdrawn: 'participation withdrawn', declined: 'declined', refused: 'no place given',
  },
  contributionRoles: {
    gastgeberin: 'Host', gastgeber: 'Host', podium: 'Panel', redner: 'Speaker', rednerin: 'Speaker', rede: 'Speech', vortrag: 'Talk', beitrag: 'Contribution',
    schlusswort: 'Closing words', grusswort: 'Welcome address', keynote: 'Keynote', moderation: 'Moderation', projektleitung: 'Project management',
    visdp: 'Responsible under press law', unterzeichnerin: 'Signatory', unterzeichner: 'Signatory', leitung: 'Lead',
  },
  documentKinds: {
    studie: 'Study', pressemitteilung: 'Press release', foto: 'Photo', foerderlinie: 'Funding line', praesentation: 'Slides', dokumentation: 'Documentation',
  },
  resultKinds: {
    handlungsempfehlungen: 'Recommendations', handlungsempfehlung: 'Recommendation', ergebnis: 'Result', erklaerung: 'Declaration',
  },
  resultStates: {
    in_formulierung: 'being drafted', draft: 'draft', adopted: 'adopted', published: 'published', handed_over: 'handed over',
  },
  addressees: { bund: 'federal government', land: 'Länder', laender: 'Länder', kommune: 'municipalities', kommunen: 'municipalities' },
  seriesKinds: {
    dialogreihe: 'Dialogue series', modellprojekt: 'Pilot project', 'forschungs-praxis-projekt': 'Research and practice project',
    aktionsplan: 'Action plan', programm: 'Programme', projekt: 'Project',
  },
  seriesPhases: {
    standortbestimmung: 'Taking stock', handlungsempfehlungen: 'Recommendations', umsetzungsbegleitung: 'Support in putting into practice',
    buergerdialog: 'Citizens’ dialogue', workshop: 'Workshops', webinar: 'Webinars', vernetzung_entscheider: 'Network of decision makers',
  },
  needKinds: {
    sign_language: 'Sign language interpreting (German Sign Language)', captioning: 'Speech-to-text interpreting', hearing_loop: 'Hearing loop', wheelchair: 'Wheelchair access and space',
    assistance: 'Assistance or an accompanying person', childcare: 'Childcare', diet: 'Special diet or intolerance', other: 'Something else',
  },
  questionKinds: {
    text: 'Short text', long: 'Longer text', choice: 'One choice', several: 'Several choices', number: 'Number', date: 'Date', consent: 'Consent', file: 'File',
  },
  answerPeriods: {
    S: 'until one day after the event', B: 'until four weeks after the event', A: 'until six months after the event', N: 'as long as the proof for the funder',
  },
  roles: {
    admin: 'Administration', organiser: 'Organiser', editor: 'Editor', participants: 'Participants', needs: 'Support', security: 'Security',
    finance: 'Finance', checkin: 'Check-in', reader: 'Reader',
  },
  permissions: {
    'programme.read': 'see series and events with their numbers', 'programme.write': 'create and change series and events',
    'programme.publish': 'publish, close and cancel events', 'people.read': 'see participants with their data',
    'people.write': 'enter and correct participants, decide over places', 'people.export': 'export attendance lists',
    'needs.count': 'see how many people need which support, without names', 'needs.read': 'read who needs which support, and answers of special categories',
    'mail.read': 'see the mails of an event and where they stand', 'mail.send': 'send mails again',
    'organisations.read': 'see the directory of organisations', 'organisations.write': 'create and change organisations',
    'access.manage': 'invite colleagues, give and revoke roles', 'audit.read': 'read and export the log of changes',
  'privacy.manage': 'tell people what is stored about them, erase people',
  },
}
