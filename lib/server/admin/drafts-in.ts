/** The open drafts of a person for the targets of a department. */
export function draftsIn(userId: string, departmentId: string) {
  return { authorId: userId, state: "draft", target: { ownerId: departmentId } } as const;
}
