export * from './domain/index.js'
export * from './entities/index.js'
export { contactsMigrations } from './migrations/index.js'
