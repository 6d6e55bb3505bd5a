/** What the buttons of a program ask for; `here` runs a program that has a recorded run. */
export type ProgramAction = 'edit' | 'reset' | 'run' | 'here' | 'again' | 'share' | 'stop';
