// Keys pressed during input-method composition choose candidates; the page must ignore them.

interface Key {
  readonly isComposing?: boolean;
  readonly keyCode: number;
  readonly nativeEvent?: { readonly isComposing?: boolean };
}

/** Safari ends the composition before the keydown of the Enter that confirms it; that key still has code 229. */
const INPUT_METHOD_KEY = 229;

function isComposing({ nativeEvent, ...key }: Key): boolean {
  return (nativeEvent?.isComposing ?? key.isComposing ?? false) || key.keyCode === INPUT_METHOD_KEY;
}

/** A key handler that does nothing while an input method is composing. Every key handler is wrapped in it. */
export function ignoringComposition<E extends Key>(handle: (event: E) => void): (event: E) => void {
  return (event) => {
    if (!isComposing(event)) handle(event);
  };
}
