// title: A search for two tags
// question: A ticket is to be shown if it has both tags, "late" and "invoice". The search is written in two ways. Which two lines are
//   printed?
// answer: The loop shows "late invoice" and "lost invoice". Both filters look up the one variable `tag` when they run, and by then
//   it is "invoice". Each call of `having` keeps a `tag` of its own, and only "late invoice" has both.
// look: In the first pair of lanes both filters let "lost invoice" through. In the second pair the lower filter drops it.

function* having(tag: string, tickets: Iterable<string>) {
  for (const t of tickets) if (t.includes(tag)) yield t;
}

export function main() {
  let tag = '';
  function* filtering(tickets: Iterable<string>) {
    for (const t of tickets) if (t.includes(tag)) yield t;
  }

  let tickets: Iterable<string> = ['late invoice', 'late parcel', 'lost invoice'];
  for (tag of ['late', 'invoice']) {
    tickets = filtering(tickets);
  }
  console.log(`in a loop: ${[...tickets].join(', ')}`);

  tickets = ['late invoice', 'late parcel', 'lost invoice'];
  for (tag of ['late', 'invoice']) {
    tickets = having(tag, tickets);
  }
  console.log(`by calls: ${[...tickets].join(', ')}`);
}
