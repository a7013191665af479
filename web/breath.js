// @ts-check
/** Let the browser draw and answer before more work of the same kind. */

export const breath = () => new Promise((resolve) => setTimeout(resolve));
