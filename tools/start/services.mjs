/** The services, where each begins, and where it listens unless its variable says otherwise. */
export const services = [
  service('street-manager', 'STREET_MANAGER_PORT', 3001),
  service('book-secure-move', 'BOOK_SECURE_MOVE_PORT', 3002),
  service('wrm', 'WRM_PORT', 3003),
];

function service(name, portVariable, port) {
  return { name, entry: `apps/${name}/src/main.ts`, portVariable, port };
}
