import type { SpanExporter } from "@opentelemetry/sdk-trace";
import { log } from "@/lib/log";
import { scrubbing } from "./scrub";

type Environment = Record<string, string | undefined>;

/** Whether OpenTelemetry's own variables name somewhere to send traces to. */
export function wantsTracing(environment: Environment): boolean {
  if (environment.OTEL_SDK_DISABLED?.toLowerCase() === "true") return false;
  if (environment.OTEL_TRACES_EXPORTER) return environment.OTEL_TRACES_EXPORTER !== "none";
  return Boolean(environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
}

/**
 * Sends traces where the standard `OTEL_…` variables say; nothing of it is loaded else. Figures are at `/metrics` and
 * logs on the error stream, so that OpenTelemetry's own of both stay off.
 *
 * @returns what sends the rest at the end
 */
export async function startTracing(environment: Environment = process.env): Promise<() => Promise<void>> {
  if (!wantsTracing(environment)) return async () => undefined;
  const [{ NodeSDK }, { envDetector }, exporter] = await Promise.all([
    import("@opentelemetry/sdk-node"),
    import("@opentelemetry/resources"),
    openExporter(environment),
  ]);
  const sdk = new NodeSDK({
    traceExporter: scrubbing(exporter),
    metricReaders: [],
    logRecordProcessors: [],
    // The process's own detector tells user, folder and command line.
    resourceDetectors: [envDetector],
    ...(environment.OTEL_SERVICE_NAME ? {} : { serviceName: "hireglass" }),
  });
  sdk.start();
  log.info("traces are sent");
  return () => sdk.shutdown().catch(() => undefined);
}

/** They read address, headers, timeouts and certificates from the standard variables themselves. */
async function openExporter(environment: Environment): Promise<SpanExporter> {
  if (environment.OTEL_TRACES_EXPORTER === "console") {
    const { ConsoleSpanExporter } = await import("@opentelemetry/sdk-trace");
    return new ConsoleSpanExporter();
  }
  const protocol = environment.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? environment.OTEL_EXPORTER_OTLP_PROTOCOL;
  if (protocol === "grpc") return new (await import("@opentelemetry/exporter-trace-otlp-grpc")).OTLPTraceExporter();
  if (protocol === "http/json")
    return new (await import("@opentelemetry/exporter-trace-otlp-http")).OTLPTraceExporter();
  return new (await import("@opentelemetry/exporter-trace-otlp-proto")).OTLPTraceExporter();
}
