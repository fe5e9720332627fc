import { demoPassword } from '../../seed/demo/users';

/** A user that no other example speaks for, so that its tokens may die and its account be locked. */
export const login = { emailAddress: 'finance@ellerdale.example', password: demoPassword };
