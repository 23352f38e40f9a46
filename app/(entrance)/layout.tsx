import { EntranceControls } from "@/components/entrance/entrance-controls";

export default function EntranceLayout({ children }: { children: React.ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="w-full max-w-90">
        <p className="mb-6 flex items-baseline gap-2">
          <span className="font-semibold text-2xl text-accent">明聘</span>
          <span className="text-ink-faint text-sm">Hireglass</span>
        </p>
        {children}
      </div>
      <EntranceControls />
    </main>
  );
}
