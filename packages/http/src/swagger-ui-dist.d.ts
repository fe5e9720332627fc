// The package's main module would load the whole page into the service.
declare module 'swagger-ui-dist/absolute-path' {
  export default function getAbsoluteFSPath(): string;
}
