import './zod-without-eval.js'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import { watchBackButton } from './parts/unsaved.js'

const root = document.getElementById('root')
if (root === null) throw new Error('The page lacks #root')
watchBackButton()
createRoot(root).render(<App />)
