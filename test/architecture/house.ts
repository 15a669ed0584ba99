/** The line of libraries: each may import those to its left. The first three are pure: they run in the server and in the browser. */
export const line = ['contracts', 'i18n', 'ui', 'platform', 'staff', 'contacts', 'events', 'participants', 'workshops', 'mailing'] as const

/** Libraries that know no server: no Nest, no database, no Node.js. */
export const pureLibraries: readonly string[] = ['contracts', 'i18n', 'ui']

/** What an app may import beyond its own files; an app that is not named may import every library. */
export const librariesOfApp: Readonly<Record<string, readonly string[]>> = { console: ['contracts', 'i18n', 'ui'] }

/** Libraries that no other library may import, wherever they stand in the line. */
export const onlyForApps: readonly string[] = ['mailing']

/** The files that write `answer` and `place` of a participation, so that no verb forgets the hooks that hang on them. */
export const participationWriters: readonly string[] = ['libs/participants/src/participation-states.ts']

/** The only files that ask the machine what time it is: the server's clock, and today's date in the browser. */
export const clockFiles: readonly string[] = ['libs/platform/src/clock.ts', 'apps/console/src/today.ts']

/** Files over the limit because they are tables of data; the ending -table.ts says the same. */
export const dataTables: readonly RegExp[] = [/-table\.tsx?$/, /^libs\/i18n\/src\/(de|en)\//]

/** Lines a file may have: beyond that it is cut. Tests and migrations are lists and exempt. */
export const maxLines = 350
