"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Action = { label: string; onAct: () => void };
type Message = { id: string; text: string; action?: Action };
const ShowToast = createContext<(text: string, action?: Action) => void>(() => undefined);
const shownMs = 4000;
/** Long enough to read, decide and reach the button. */
const shownWithActionMs = 10_000;
const mostShown = 3;

/** Says in passing that something was done, and may offer to undo it; errors stand where they happened instead. */
export function useToast() {
  return useContext(ShowToast);
}

/** Takes neither focus nor keys: Escape still belongs to the drawer underneath. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const hide = useCallback((id: string) => setMessages((shown) => shown.filter((message) => message.id !== id)), []);
  const show = useCallback(
    (text: string, action?: Action) => {
      const id = crypto.randomUUID();
      setMessages((shown) => [...shown, { id, text, action }].slice(-mostShown));
      setTimeout(() => hide(id), action ? shownWithActionMs : shownMs);
    },
    [hide],
  );
  return (
    <ShowToast.Provider value={show}>
      {children}
      <div
        aria-live="polite"
        className="-translate-x-1/2 pointer-events-none fixed bottom-20 left-1/2 z-60 flex flex-col items-center gap-2 sm:bottom-6 print:hidden"
        role="status"
      >
        {messages.map(({ id, text, action }) => (
          <p
            className="flex items-center gap-3 rounded-md bg-ink px-3 py-2 text-canvas text-sm shadow-overlay"
            key={id}
          >
            {text}
            {action && (
              <button
                className="pointer-events-auto font-medium underline underline-offset-2"
                onClick={() => {
                  hide(id);
                  action.onAct();
                }}
                type="button"
              >
                {action.label}
              </button>
            )}
          </p>
        ))}
      </div>
    </ShowToast.Provider>
  );
}
