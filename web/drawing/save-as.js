// @ts-check
/** Hand the visitor a file. */

/**
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function saveAs(name, content, type) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the download may be asked about first
}
