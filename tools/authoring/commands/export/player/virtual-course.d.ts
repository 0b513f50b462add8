declare module 'virtual:played-course' {
  /** Put in by the bundler, see ../bundle-player.ts. */
  export const course: import('./played-course.ts').PlayedCourse
}
