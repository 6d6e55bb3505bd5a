/** What the buttons of a program ask for; `here` is to run a program of which there is a recorded run. */
export type Work = 'edit' | 'reset' | 'run' | 'here' | 'again' | 'share' | 'stop';
