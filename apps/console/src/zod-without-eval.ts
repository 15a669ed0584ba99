import { z } from 'zod'

// The page forbids eval; without this zod tries `new Function` once and the browser reports a violation. Must be imported before @app/contracts.
z.config({ jitless: true })
