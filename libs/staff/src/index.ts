export * from './entities/index.js'
export { staffMigrations } from './migrations/index.js'
