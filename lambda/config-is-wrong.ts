import { CareError } from '../skill/care-error.ts';

/** The settings will not do; the message names each one in a line of its own. */
export class ConfigIsWrong extends CareError {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super('config-is-wrong', `These settings will not do: ${faults.join('; ')}.`);
    this.name = 'ConfigIsWrong';
    this.faults = faults;
  }
}
