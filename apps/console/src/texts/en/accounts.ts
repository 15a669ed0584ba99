import type { accounts as german, noRight as germanNoRight } from '../de/accounts.js'

export const accounts: typeof german = {
  count: (count) => (count === 1 ? '1 person with access' : `${count} people with access`), countInvited: (count) => `${count} invited`,
  invite: 'Invite a colleague', inviteTitle: 'Invite', table: 'People with access',
  name: 'Name', roles: 'Roles', state: 'State', lastSeen: 'Last signed in', never: 'never yet', email: 'E-mail address',
  emptyTitle: 'Nobody but you yet', emptyText: 'Invite colleagues. Each role holds only where you give it: for a series, an event or a Land.',
  active: 'active', closed: 'closed', noRole: 'without a role',
  invited: (until) => `invited, link works until ${until}`, invitationOver: 'invitation has run out', mailFailed: 'invitation not delivered', mailUnderWay: 'invitation on its way',
  more: 'and roles outside your part', you: 'this is you',
  whole: 'the whole programme', series: (title) => `series “${title}”`, event: (title) => `“${title}”`, onlyLand: (land) => `${land} only`, until: (day) => `until ${day}`,
  whoTitle: 'Who', nameHint: 'This is how the person stands in the log.', emailHint: 'The link goes there. It works for seven days and once.', language: 'Language of e-mails',
  roleTitle: 'First role', roleHint: 'You give further roles afterwards. Roles add up.',
  role: 'Role', may: (what) => `May: ${what}.`, where: 'Holds for', land: 'Land', allLands: 'all Länder', landHint: 'Only events that name this Land.',
  lastDay: 'Last day', lastDayHint: 'After it the role ends by itself.', reason: 'Reason', reasonHint: 'Stands in the log.',
  send: 'Send invitation', invitedDone: (name) => `The invitation to ${name} is being sent.`,
  gone: 'There is no such account', giveTitle: 'Give a role', giveHint: 'Holds at once, also while the person is signed in.', give: 'Give role', given: (role, name) => `${name} now has the role “${role}”.`,
  noRolesTitle: 'No role', noRoles: 'Without a role this person sees nothing after signing in. Give them a role, or close the account.',
  revoke: 'Revoke', revokeLabel: (role, where) => `Revoke role ${role}: ${where}`,
  revokeAsk: (role, name) => `Revoke the role “${role}” of ${name}?`, revokeSays: (where) => `It held for: ${where}.`, revokeAtOnce: 'This counts at once, also while the person is working.',
  revoked: (role, name) => `${name} no longer has the role “${role}”.`,
  renew: 'Send invitation again', renewed: (name) => `A new invitation to ${name} is being sent. The former link no longer works.`,
  endTitle: 'Sign out everywhere', endText: 'Ends all sessions of this person, who can sign in again at once.', end: 'End sessions',
  endAsk: (name) => `End all sessions of ${name}?`, endSays: ['Whoever is working with this account has to sign in again.'], ended: (name) => `All sessions of ${name} have ended.`,
  closeTitle: 'Close account', closeText: 'The person can no longer sign in. What they did stays in the log.', close: 'Close account',
  closeAsk: (name) => `Close the account of ${name}?`, closeSays: ['All roles end, and all sessions are ended at once.', 'A new invitation opens the account again, without the former roles.'],
  closedDone: (name) => `The account of ${name} is closed.`, closeElsewhere: 'This person also has roles outside your part. The account is closed by whoever manages the whole programme.',
}

export const noRight: typeof germanNoRight = {
  title: 'Not for your roles', reason: 'You have no role for this here', text: 'Whoever manages access can give you one.',
  noRole: 'You have no role yet', noRoleText: 'Ask the person who invited you for a role. Once you have one, this page shows what it is for; then reload it.',
  emptyPart: 'There is nothing yet in the part of the programme that your roles are for.',
}
