export const usage: string = `Usage: mock [options]

Serves a Klaviyo Catalogs API for development and tests.

  --port <number>        where to listen (default 4010; 0 takes any free port)
  --host <name>          interface to listen on (default 127.0.0.1)
  --revision <date>      newest revision to serve (default: the current one)
  --key <key>            an API key to accept, as an account of its own; may be repeated (default: any)
  --seed-csv <file>      load a Shopify product export or a table of items; may be repeated
  --seed-json <file>     load categories, items and variants; may be repeated
  --db <file>            keep the state in an SQLite file (needs Node 22.13)
  --queued <ms>          how long a job waits (default 200)
  --processing <ms>      how long a job works (default 800)
  --no-limits            do not enforce rate limits
  --fault <faults>       play faults on every request, e.g. "503=1" or "latency=200, cut"; may be repeated
  --fault-rate <0 to 1>  how often they are played (default 1)
  --random-seed <number> which of them it will be (default 1)
  --quiet                no request log
  --help, --version
`;
