import type { proof as germanProof, secondFactor as germanSecondFactor } from '../de/second-factor.js'

export const secondFactor: typeof germanSecondFactor = {
  giveTitle: 'Second step', giveLead: 'Give the code that your app shows now, or one of your recovery codes.', code: 'Code', give: 'Continue', leave: 'Cancel and sign out',
  setUpTitle: 'Set up a second factor', setUpLead: 'Your roles allow to export data or to manage access. A password is not enough for that: set up an app that shows codes.',
  title: 'Second factor', hintNeeded: 'Your roles ask for one.', hintFree: 'Optional. A stolen password is then not enough.',
  appTitle: 'App for codes', appSays: 'Shows a code of six digits every 30 seconds, also without network.', appIsSet: 'Set up.', appNotSet: 'Not set up.',
  setUp: 'Set up app', remove: 'Remove app', removed: 'The app is removed.', removeAsk: 'Remove the app for codes?', removeSays: ['Your codes then no longer work.', 'If your roles ask for a second factor, you set up a new one afterwards.'],
  scan: 'Read this picture with the app, or type in the key.', picture: 'QR code for the app; the key stands beside it as text', seed: 'Key', firstCode: 'Code that the app shows now', confirm: 'Use app', added: 'The second factor is set up.',
  codesTitle: 'Your recovery codes', codesLead: 'Keep these codes apart from the phone, printed or in a password store. Each replaces the second factor once. They are shown only now.',
  codesKept: 'I have kept the codes', codesLeft: (count) => (count === 1 ? '1 recovery code left.' : `${count} recovery codes left.`), codesRenew: 'Make new codes',
  on: 'with second factor', off: 'without second factor',
  resetTitle: 'Reset second factors', resetText: 'For a person who has lost phone and codes. They set up a new second factor afterwards.', reset: 'Reset',
  resetAsk: (name) => `Reset all second factors of ${name}?`, resetSays: ['App, passkeys and recovery codes no longer work, and all sessions end.', 'Make sure that it is really this person who asks for it.'],
  resetDone: (name) => `${name} has no second factor any more.`,
}

export const proof: typeof germanProof = {
  title: 'Is it you?', text: 'Only you change how your access is signed in to. Your last sign-in was more than ten minutes ago; afterwards it goes on here.',
  password: 'Your password', code: 'Code from the app, or a recovery code', passkey: 'By passkey', go: 'Continue',
  anew: 'Sign out and sign in again. For ten minutes after that you are not asked here.',
}
