import { isIPv6 } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { Egress } from '../egress/egress';

/**
 * The name lookup of a connection: gives only addresses that the policy permits, so that the one which was checked is
 * the one which is connected to, whatever the name says a moment later.
 */
export function lookupThrough(egress: Egress): LookupFunction {
  return (host, options, callback) => {
    egress.addressesOf(host).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
        if (options.all) callback(null, found);
        else callback(null, found[0]!.address, found[0]!.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
