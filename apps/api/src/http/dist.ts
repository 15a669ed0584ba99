/** Token of the folder of everything built: assets, console. The program that starts knows where it lies. */
export const DIST = Symbol('Dist')
