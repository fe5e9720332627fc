import type { RegionRow } from '../rows';
import { introduced } from './dates';

/** The prison groups that regions stand for, by the number that users know them by. */
export const regions: readonly RegionRow[] = [
  { id: '137cd4c8-b420-4a7d-b1b3-9e01afbf308e', key: '1', name: 'South of England' },
  { id: '61bdeb42-c444-42a7-a1f9-bc7c90f2884e', key: '2', name: 'London and the East of England' },
  { id: '8f103be0-aa1a-48d1-8a07-e232ee958f1d', key: '3', name: 'Midlands and York and Humberside' },
  { id: '5539de35-4cdd-4d2a-a83b-e42b085d3050', key: '4', name: 'North East and North West' },
  { id: '090e412c-962d-4be0-8fdb-4617f598afe2', key: '5A', name: 'Wales' },
  { id: '29adb1e0-7a32-4d0c-9d79-b82bfbc2377b', key: '5B', name: 'Female Estate' },
  { id: '2ffd8bc6-9275-441c-a167-fc4f879d74d7', key: '6', name: 'FNO Prisons and IRCs' },
  { id: 'ac56ec5e-ce20-4ff8-8cca-e996353dd655', key: '7', name: 'Long Term High Security Estate' },
  { id: '1bea0a1c-6e92-4e3d-853e-21edfaf62c8f', key: '8', name: 'Youth Custody Service' },
].map((region) => ({ ...region, created_at: introduced, updated_at: introduced }));
