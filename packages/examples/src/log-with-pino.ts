// Logs every attempt, every retry and every wait with pino; a throttled answer shows all three.
import { createClient, unwrap } from "@org/client";
import { createMock } from "@org/mock";
import { pino } from "pino";

const log = pino({ base: null, timestamp: false });
const mock = createMock({ faults: [{ play: "429", times: 1 }] });

const klaviyo = createClient({
  apiKey: "pk_example",
  fetch: mock.fetch,
  onResponse: ({ operation, attempt, response, duration }) =>
    log.info({ operation, attempt, status: response?.status, duration: Math.round(duration) }, "answered"),
  onRetry: ({ attempt, delay }) => log.warn({ attempt, delay: Math.round(delay) }, "trying again"),
  onRateLimit: ({ operation, waited }) => log.debug({ operation, waited }, "waited for the rate limit"),
});

await unwrap(klaviyo.GET("/api/catalog-categories"));
