import { NotFoundNotice } from "@/components/shell/not-found-notice";

/** An address that is no page at all. */
export default function NotFound() {
  return (
    <main>
      <NotFoundNotice />
    </main>
  );
}
