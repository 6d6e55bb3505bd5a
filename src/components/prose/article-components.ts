import Demo from '../demo/Demo.astro';
import Cite from './Cite.astro';
import Line from './Line.astro';
import Listing from './Listing.astro';
import Note from './Note.astro';
import State from './State.astro';
import Step from './Step.astro';
import Term from './Term.astro';
import Version from './Version.astro';

/** The components that an article's text may use, by name: on its page, and in feeds unless they have their own version there. */
export const articleComponents = { Demo, Cite, Line, Listing, Note, State, Step, Term, Version };
