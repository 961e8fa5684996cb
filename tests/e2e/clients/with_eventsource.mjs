// Print what the npm package `eventsource` makes of a stream, one JSON array [event, id, data] per line.
import { createRequire } from "node:module";

const { EventSource } = createRequire(`${process.argv[3]}/`)("eventsource");
const source = new EventSource(process.argv[2]);
for (const name of ["status", "assist", "end", "ping"]) {
  source.addEventListener(name, (event) => {
    console.log(JSON.stringify([name, event.lastEventId, event.data]));
    if (name === "end") source.close();
  });
}
