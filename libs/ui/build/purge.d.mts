export declare function purge(css: string, sources: string, layers?: string): string
export declare function squeeze(css: string): string
export declare function parse(css: string): { head: string; body: string | null; rules: unknown[] | null }[]
