// One span an attempt, by OpenTelemetry's API; the program that starts the SDK decides where the spans go.

import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { openTarget } from "./support/target.ts";

trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] }),
);

const tracer = trace.getTracer("catalog-sync");
await using target = await openTarget({
  onResponse: ({ operation = "klaviyo", attempt, response, duration }) => {
    const span = tracer.startSpan(operation, { kind: SpanKind.CLIENT, startTime: Date.now() - duration });
    span.setAttribute("http.request.resend_count", attempt - 1);
    if (response) span.setAttribute("http.response.status_code", response.status);
    if (!response?.ok) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  },
});

const id = "$custom:::$default:::no-such-item";
await target.klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id } } });
