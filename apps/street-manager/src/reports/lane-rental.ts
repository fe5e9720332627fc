/** Whether an authority charges for lanes and the promoter has not agreed; of a permit by this alias, as SQL. */
export const chargesNotAgreed = (permit: string): string =>
  `${permit}.lane_rental_outcome = 'chargeable' and not coalesce((${permit}.lane_rental->>'charges_agreed')::boolean, false)`;

/** Whether charges may come: the street has them, or the assessment does not rule them out. */
export const chargesPotentially = (permit: string): string =>
  `${permit}.is_lane_rental or coalesce(${permit}.lane_rental_outcome in ('chargeable', 'potentially_chargeable'), false)`;
