"use client";
// What was decided last stays on the page after its report has left the queue.
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Note = (note: string) => void;

const NotesContext = createContext<Note>(() => undefined);

export function useNote(): Note {
  return useContext(NotesContext);
}

export function DecisionNotes({ children }: { readonly children: ReactNode }) {
  const [note, setNote] = useState("");
  const say = useCallback<Note>((text) => setNote(text), []);
  return (
    <NotesContext.Provider value={say}>
      <p role="status" className="py-2 font-bold text-success empty:hidden">
        {note}
      </p>
      {children}
    </NotesContext.Provider>
  );
}
