export * from './entities/index.js'
export { eventsMigrations } from './migrations/index.js'
