export * from './entities/index.js'
export { mailingMigrations } from './migrations/index.js'
