export * from './entities/index.js'
export { participantsMigrations } from './migrations/index.js'
