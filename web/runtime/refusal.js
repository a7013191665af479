// @ts-check
/** Why a request is refused, and if fields are to blame, what is wrong with each. */

export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {Record<string, string>} [fields]
   */
  constructor(message, fields = {}) {
    super(message);
    this.fields = fields;
  }

  /**
   * What is wrong with each field.
   * @param {string} otherwise  the field that the sentence belongs to where none is to blame
   * @returns {Record<string, string>}
   */
  by(otherwise) {
    const known = Object.keys(this.fields).length > 0;
    return known ? this.fields : { [otherwise]: this.message };
  }
}
