/** What the buttons over a program ask for. */
export type Work = 'edit' | 'reset' | 'run' | 'again' | 'share' | 'stop';
