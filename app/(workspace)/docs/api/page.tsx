import { getTranslations } from "next-intl/server";
import { TryOperation } from "@/components/api-docs/try-operation";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { type DocumentedOperation, readDocument } from "@/lib/api/openapi/read-document";
import { requireViewer } from "@/lib/auth/find-viewer";

export async function generateMetadata() {
  return { title: (await getTranslations("api_docs"))("title") };
}

type ApiDocsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every address of the API with what it takes and gives, to be tried as who is signed in. Nothing is fetched from elsewhere. */
export default async function ApiDocsPage({ searchParams }: ApiDocsPageProps) {
  await requireViewer();
  const t = await getTranslations("api_docs");
  const tags = [...readDocument()];
  const { part } = await searchParams;
  // One part at a time: all of them are hundreds of addresses.
  const [shown, operations] = tags.find(([tag]) => tag === part) ?? tags[0] ?? ["", []];
  return (
    <>
      <PageHeader
        actions={
          <Button asChild>
            <a download="openapi.json" href="/api/v1/openapi">
              OpenAPI 3.1 (JSON)
            </a>
          </Button>
        }
        title={t("title")}
      />
      <div className="flex flex-col gap-8 p-5 max-sm:p-4">
        <p className="max-w-160 text-ink-soft text-sm">{t("note")}</p>
        <nav aria-label={t("parts")} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {tags.map(([tag, { length }]) => (
            <Link
              aria-current={tag === shown ? "page" : undefined}
              className="text-accent hover:underline aria-[current]:font-medium aria-[current]:text-ink"
              href={`/docs/api?part=${tag}`}
              key={tag}
            >
              {tag} <span className="tabular text-ink-faint text-xs">{length}</span>
            </Link>
          ))}
        </nav>
        <section aria-labelledby="part">
          <h2 className="mb-2 font-semibold text-lg" id="part">
            {shown}
          </h2>
          {operations.map((operation) => (
            <Operation key={operation.id} operation={operation} />
          ))}
        </section>
      </div>
    </>
  );
}

async function Operation({ operation }: { operation: DocumentedOperation }) {
  const t = await getTranslations("api_docs");
  const { id, method, path, summary, description, parameters, body, answer, example } = operation;
  return (
    <details className="border-line border-b text-sm" id={id}>
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-3 py-1.5">
        <code className="w-14 font-medium text-accent">{method}</code>
        <code className="break-all">{path}</code>
        <span className="text-ink-soft">{summary}</span>
      </summary>
      <div className="flex flex-col gap-3 py-2 pl-4">
        {description && <p className="text-ink-faint text-xs">{description}</p>}
        {parameters.length > 0 && (
          <ul>
            {parameters.map(({ name, in: place, isRequired, schema }) => (
              <li key={`${place} ${name}`}>
                <code>{name}</code> <span className="text-ink-faint text-xs">{schema}</span>
                {isRequired && <span className="ml-1 text-xs">{t("required")}</span>}
              </li>
            ))}
          </ul>
        )}
        {body && <Shape label={t("body")} text={body} />}
        {answer && <Shape label={t("answer")} text={answer} />}
        <TryOperation
          example={example}
          method={method}
          parameters={parameters.map(({ name, in: place }) => ({ name, place }))}
          path={path}
        />
      </div>
    </details>
  );
}

function Shape({ label, text }: { label: string; text: string }) {
  return (
    <details>
      <summary className="cursor-pointer text-ink-soft">{label}</summary>
      <pre className="max-h-96 overflow-auto rounded-md bg-sunken p-3 text-xs">{text}</pre>
    </details>
  );
}
