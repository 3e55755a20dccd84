// The options of commands that act as somebody on a day. Apart from what reads them: that needs the secret of sessions.
export const CONTEXT_OPTIONS = {
  as: { type: "string" },
  "as-of": { type: "string" },
  lang: { type: "string" },
} as const;

export const CONTEXT_HELP = `  --as EMAIL      with the permissions of this user; by default those of a visitor
  --as-of DATE    as known on an earlier day, e.g. 2026-09-30
  --lang LANG     zh-CN (default) or en`;
