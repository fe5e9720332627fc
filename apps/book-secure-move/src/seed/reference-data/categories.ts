import type { CategoryRow } from '../rows';
import { introduced } from './dates';

/** Prisoners of these categories travel by other means than this service. */
const unsupported: readonly string[] = ['A', 'E', 'H'];

/** The prison system's security categories of prisoners. */
export const categories: readonly CategoryRow[] = [
  { id: '8c37786c-6c2a-4e48-b73a-5e763033c800', key: 'A', title: 'Category A' },
  { id: 'b580a932-06ed-4454-a8df-33400affe4ee', key: 'B', title: 'Category B' },
  { id: '875d866d-1198-4842-bdea-d81a43f1836a', key: 'BTH', title: 'Category B Therapeutic' },
  { id: '2696c886-7df7-4b09-86b0-1be80bb578c0', key: 'BTRN', title: 'Category B Training' },
  { id: '218ad66f-9087-4989-85e0-24b4ed3a9f19', key: 'C', title: 'Category C' },
  { id: '418e5bb6-57c0-4219-b17f-15b59630b4f9', key: 'CVPU', title: 'Category C VPU' },
  { id: '6d95509b-abe7-4f63-972b-b0f68f7d404f', key: 'CYOI', title: 'Category C / YOI' },
  { id: '6b8f458b-9499-4889-8d92-69207c85996d', key: 'D', title: 'Category D' },
  { id: '24df385c-d0c8-4ce8-bd67-89be67f20914', key: 'E', title: 'Category A Ex' },
  { id: '954d9d02-2471-4ba0-8efe-71645d85705a', key: 'EL', title: 'Eligible' },
  { id: '792624c4-b9a8-4019-87cb-e33cbc2da0f0', key: 'FEM', title: 'Female' },
  { id: 'd8a3daa4-5f7f-454a-a540-027de7a1045a', key: 'FEMO', title: 'Female Open' },
  { id: 'e917dc66-d681-42ee-a6e4-20dfe62f368c', key: 'GRANTED', title: 'Parole Granted' },
  { id: 'ef31ba24-e874-4e33-9e3a-560028032bb7', key: 'H', title: 'Cat A Hi' },
  { id: '002cbe07-80f8-4ea5-bab8-04b0752d5c84', key: 'I', title: 'YOI Closed' },
  { id: '13d0ff1f-7bcb-45c3-9c96-2e1b0ba4bb78', key: 'IMM', title: 'Immigration' },
  { id: '4b27f195-e973-4a4f-ad62-a16a1a3f159b', key: 'LOC', title: 'Local' },
  { id: '7b1a101d-aba4-4ad8-b557-a9ec2a265dac', key: 'R', title: 'Fem Closed' },
  { id: 'bd8ccd23-ec9c-4f38-9c57-342d2e53c0b7', key: 'U', title: 'Unsentenced' },
  { id: 'd6a7954a-a3a8-47ee-877c-9c9514c4fcb5', key: 'YJB', title: 'YJB' },
  { id: '1c1945a0-7409-4560-8cca-0380511c7c8d', key: 'YOI', title: 'YOI' },
  { id: 'f50f0b47-5fdf-461b-a4c3-bb603827a799', key: 'YOIA', title: 'Adult and YOI' },
  { id: 'b60fc9ed-11f0-4178-a16a-2ad0eb2b8cdf', key: 'YOIL', title: 'Local YOI' },
].map((category) => ({
  ...category,
  move_supported: !unsupported.includes(category.key),
  created_at: introduced,
  updated_at: introduced,
}));
