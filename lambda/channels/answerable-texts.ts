import type { Channel } from '../../models/alert/index.ts';
import { rememberTexted } from '../store/texted-rows.ts';
import type { Table } from '../store/table.ts';
import { ukPhone } from './uk-phone.ts';

/** Remembers which alert went to which number, so that a text sent back answers the right one. */
export function answerableTexts(channel: Channel, table: Table): Channel {
  return {
    ...channel,
    send: async (delivery) => {
      const { councilId, personId, alertId, address, to, sentAt } = delivery;
      const number = ukPhone(address.value);
      // Kept before it is sent: the answer may be quicker than we are.
      if (number !== undefined && personId !== undefined) await rememberTexted(table, number, { councilId, personId, alertId, at: sentAt, ...(to.kind === 'member' && { memberId: to.memberId }) });
      return channel.send(delivery);
    },
  };
}
