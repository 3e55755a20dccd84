/** The form that invites many users. The checkboxes of the rows reference it with their form attribute. */
export const INVITATIONS_FORM = "invitations";
