import { formatBytes } from "@/lib/i18n/format-bytes";

interface FileLinksProps {
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}

/** The files of a report, each a download. */
export function FileLinks({ files }: FileLinksProps) {
  if (files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/evidence/${id}`} download className="inline-block py-1 break-all underline">
            {name}
          </a>{" "}
          <span className="text-ink-soft tabular-nums">{formatBytes(size)}</span>
        </li>
      ))}
    </ul>
  );
}
