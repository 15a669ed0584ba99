import '../../apps/production.js'
import 'reflect-metadata'
import { answerCalls } from '../process-calls.js'
import { type BenchServerOptions, openBenchApp } from './bench-app.js'
import { serverCalls } from './calls.js'

const { app } = await openBenchApp(JSON.parse(process.argv[2]!) as BenchServerOptions)
answerCalls(serverCalls(app), () => app.close())
