declare module 'json-api-serializer' {
  export default class JSONAPISerializer {
    constructor(options?: object);
    register(type: string, options: object): void;
    serialize(type: string, data: unknown): unknown;
  }
}
