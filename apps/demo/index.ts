export { DEMO_ORGANISER, DemoLoader, type DemoState } from './demo-loader.js'
export { DemoModule } from './demo.module.js'
export { type FactSheet, factSheets } from './facts/index.js'
