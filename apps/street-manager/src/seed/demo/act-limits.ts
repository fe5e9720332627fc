/** A strip between the demo's two towns that stands for the limits of the High Speed Rail Act. */
export const actLimits: readonly object[] = [
  {
    area: {
      type: 'Polygon',
      coordinates: [
        [
          [440_000, 428_000],
          [444_000, 428_000],
          [444_000, 429_000],
          [440_000, 429_000],
          [440_000, 428_000],
        ],
      ],
    },
  },
];
