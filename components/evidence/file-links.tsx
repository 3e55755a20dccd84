import { getTranslations } from "next-intl/server";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { changeEvidenceVisibilityAction } from "@/lib/actions/evidence";
import { formatBytes } from "@/lib/i18n/format-bytes";
import type { EvidenceView } from "@/lib/views/evidence";

interface FileLinksProps {
  readonly files: readonly EvidenceView[];
  /** Shows who may download each file; not for files of comments, whose comment decides who reads them. */
  readonly showsVisibility?: boolean;
  /** Shows images as pictures. */
  readonly showsImages?: boolean;
  /** Set for users who may change it. */
  readonly words?: ActionFormWords | undefined;
}

async function VisibilityForm({ file, words }: { readonly file: EvidenceView; readonly words: ActionFormWords }) {
  const t = await getTranslations("evidence");
  const label = t(file.visibility === "public" ? "withhold" : "publish");
  return (
    <ActionForm action={changeEvidenceVisibilityAction} words={words} label={`${label} ${file.name}`}>
      <input type="hidden" name="fileId" value={file.id} />
      <input type="hidden" name="visibility" value={file.visibility === "public" ? "internal" : "public"} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </ActionForm>
  );
}

/** The ending follows the content: it is checked when a file is added. */
const IMAGE = /\.(png|jpe?g|webp)$/i;

/** The files of a report or comment, each a download. */
export async function FileLinks({ files, showsVisibility = false, showsImages = false, words }: FileLinksProps) {
  if (files.length === 0) return null;
  const t = await getTranslations("newTarget");
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      {files.map((file) => (
        <li key={file.id} className={words === undefined ? undefined : "flex flex-wrap items-center gap-x-2"}>
          <a href={`/evidence/${file.id}`} download className="inline-block py-1 break-all underline">
            {showsImages && IMAGE.test(file.name) && (
              <img
                src={`/evidence/${file.id}`}
                alt=""
                loading="lazy"
                className="mb-1 block h-28 w-40 border bg-surface object-contain"
              />
            )}
            {file.name}
          </a>{" "}
          <span className="text-ink-soft tabular-nums">
            {formatBytes(file.size)}
            {showsVisibility && ` · ${t(`visibilities.${file.visibility}`)}`}
          </span>
          {words !== undefined && <VisibilityForm file={file} words={words} />}
        </li>
      ))}
    </ul>
  );
}
