// What the compiler asks for while developing.
export { Fragment, type JSX, jsxDEV } from './jsx-runtime.ts'
