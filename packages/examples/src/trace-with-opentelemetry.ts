// One span an attempt, by OpenTelemetry's API; the program that starts the SDK decides where the spans go.

import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { createClient } from "@org/client";
import { createMock } from "@org/mock";

trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] }),
);

const tracer = trace.getTracer("catalog-sync");
const mock = createMock();
const klaviyo = createClient({
  apiKey: "pk_example",
  fetch: mock.fetch,
  onResponse: ({ operation = "klaviyo", attempt, response, duration }) => {
    const span = tracer.startSpan(operation, { kind: SpanKind.CLIENT, startTime: Date.now() - duration });
    span.setAttribute("http.request.resend_count", attempt - 1);
    if (response) span.setAttribute("http.response.status_code", response.status);
    if (!response?.ok) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  },
});

await klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id: "$custom:::$default:::no-such-item" } } });
